using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.NeedTypes;

namespace Tisserand.Web.Pages.Demande;

/// <summary>It has arrived; what happens next, and nothing that is not yet true.</summary>
public sealed class MerciModel(Asking asking, NeedCatalogue needs) : PageModel
{
    public string Need { get; private set; } = "";

    public string When { get; private set; } = "";

    public bool IsInDanger => asking.Answers.IsInDanger;

    public bool HasPhone { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await asking.LoadAsync(HttpContext, ct);
        if (!asking.Answers.IsSent) return Redirect(Question.Start);
        Need = NeedChoices.Say(await needs.CurrentAsync(ct), asking.Answers.Need);
        When = AskedTime.Say(asking.Answers);
        HasPhone = asking.Known?.Phone is not null || asking.Answers.Phone is not null;
        return Page();
    }
}
