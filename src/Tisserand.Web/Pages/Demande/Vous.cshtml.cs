using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tisserand.App.Requests;

namespace Tisserand.Web.Pages.Demande;

/// <summary>Who asks, and how she is reached; a landline is enough.</summary>
public sealed class VousModel(Asking asking) : QuestionPage(asking, "vous")
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    protected override void Show(Answers before) => (Name, Phone, Email) = (before.Name, before.Phone, before.Email);

    protected override Task<Answers?> ReadAsync(CancellationToken ct)
    {
        AtMost(100, nameof(Name), Name);
        AtMost(200, nameof(Email), Email);
        var who = new Stranger(Name ?? "", Phone, Email, null, "", null);
        foreach (var error in who.Errors())
        {
            if (error is { Field: "name", Problem: FieldProblem.Missing }) Wrong(nameof(Name), "Name_Missing");
            else if (error is { Field: "phone", Problem: FieldProblem.Missing }) Wrong(nameof(Phone), "Phone_Missing");
            else if (error.Field is "phone") ModelState.AddModelError(nameof(Phone), error.Sentence(CultureInfo.CurrentUICulture));
            else if (error.Field is "email") ModelState.AddModelError(nameof(Email), error.Sentence(CultureInfo.CurrentUICulture));
        }

        return Task.FromResult<Answers?>(Answers with { Name = Name?.Trim(), Phone = Phone?.Trim() ?? "", Email = Email?.Trim() });
    }
}
