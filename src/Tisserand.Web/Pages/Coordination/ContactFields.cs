using System.Globalization;
using Tisserand.App.People;
using Tisserand.France;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>One number or address, as typed.</summary>
public sealed class ContactFields
{
    private const int Last = 99;

    public string? Value { get; set; }
    public string? Label { get; set; }
    public string? Order { get; set; }
    public bool Remove { get; set; }

    public static ContactFields Of(ContactPoint contact, int place) => new()
    {
        Value = contact.Kind == ContactKind.Email ? contact.Value : FrenchPhone.Shown(contact.Value),
        Label = contact.Label,
        Order = (place + 1).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Her order; at the end where nothing was typed, null where it cannot be read.</summary>
    public int? Place() => string.IsNullOrWhiteSpace(Order) ? Last
        : int.TryParse(Order.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place is >= 1 and < Last ? place : null;

    /// <summary>« Aussi celui de Jean Guého. », where a number or address is not hers alone; null elsewhere.</summary>
    public string? SharedWith(ILookup<string, string>? others)
    {
        var value = FrenchPhone.TryParse(Value, out var phone) ? phone.E164 : Value?.Trim().ToLowerInvariant() ?? "";
        return others is not null && others[value].Any() ? Words.Intake["Contact_Shared", string.Join(", ", others[value])] : null;
    }
}
