using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Territories;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Coordination.Reglages;

/// <summary>Versions of one document; an earlier one is put in force again.</summary>
public sealed class VersionsModel(DocumentVersions versions, RestoreDocument restore, InstallDocument install) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Document { get; set; } = "";

    public DocumentHistory History { get; private set; } = null!;

    public bool MayChange { get; private set; }

    public string PathOfDocument => Document switch
    {
        CooperativeDocument.Needs => "/coordination/reglages/besoins",
        CooperativeDocument.Cards => "/coordination/reglages/points",
        _ => "/coordination/reglages/vacances",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int? version, int? basedOn, CancellationToken ct)
    {
        if (!CooperativeDocument.Edited.Contains(Document) || version is not { } wanted || basedOn is not { } seen) return NotFound();
        var outcome = await restore.RunAsync(Document, wanted, seen, User.Actor(), ct);
        if (outcome is InstallOutcome.NotFound) return NotFound();
        if (this.IsInForce(outcome)) return Redirect(PathOfDocument);
        await LoadAsync(ct);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!CooperativeDocument.Edited.Contains(Document)) return false;
        History = await versions.ReadAsync(Document, ct);
        MayChange = await install.MayAsync(User.Actor(), ct);
        return true;
    }
}
