using System.Text.Json;
using Tisserand.App.Beneficiaries;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>Who asks on the public site, exactly as typed: nothing of it is believed before a coordinator has called.</summary>
/// <param name="Name">As she gives it.</param>
/// <param name="AsksFor">Whom the help is for, when it is not herself: « ma mère, Yvonne ».</param>
/// <param name="Insee">Commune of the help.</param>
/// <param name="Is">What she is to the person she asks for; null when she asks for herself.</param>
/// <param name="TheyAgree">She says that this person agrees.</param>
/// <param name="Wording">Version of the text she ticked before sending; null where she was not asked.</param>
public sealed record Stranger(string Name, string? Phone, string? Email, string? AsksFor, string Insee, string? Street,
    CarerKind? Is = null, bool TheyAgree = false, string? Wording = null)
{
    private const int Most = 300;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static Stranger? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize<Stranger>(json);

    /// <summary>What cannot be taken: without a name and a way to answer nobody could call her back.</summary>
    public IEnumerable<FieldError> Errors()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new("name", FieldProblem.Missing);
        if (new[] { Name, AsksFor, Street }.Any(t => t?.Length > Most)) yield return new("name", FieldProblem.TooLong);
        if (string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Email)) yield return new("phone", FieldProblem.Missing);
        if (!string.IsNullOrWhiteSpace(Phone) && PhoneE164 is null) yield return new("phone", FieldProblem.NotAPhone);
        if (!string.IsNullOrWhiteSpace(Email) && CleanEmail is null) yield return new("email", FieldProblem.NotAnEmail);
        if (CommuneTable.Shipped.Find(Insee) is null) yield return new("place", FieldProblem.UnknownCommune);
    }

    /// <summary>Values by which a known person may be recognised.</summary>
    internal IEnumerable<string> Contacts() => new[] { PhoneE164, CleanEmail }.OfType<string>();

    private string? PhoneE164 => FrenchPhone.TryParse(Phone, out var phone) ? phone.E164 : null;

    private string? CleanEmail
    {
        get
        {
            var parts = Email?.Trim().Split('@');
            return parts is [{ Length: > 0 }, { Length: > 2 } domain] && domain.IndexOf('.', StringComparison.Ordinal) > 0 && !domain.EndsWith('.') && !Email!.Trim().Contains(' ', StringComparison.Ordinal)
                ? Email.Trim().ToLowerInvariant()
                : null;
        }
    }
}
