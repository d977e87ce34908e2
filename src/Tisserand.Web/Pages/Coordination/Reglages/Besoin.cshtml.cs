using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.NeedTypes;
using Tisserand.App.Territories;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Coordination.Reglages;

/// <summary>One type of need is changed, withdrawn, or added under a first level.</summary>
public sealed class BesoinModel(NeedCatalogue needs, DocumentVersions versions, InstallDocument install) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>First level of a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "sous")]
    public string? Under { get; set; }

    [BindProperty]
    public NeedFields Input { get; set; } = new();

    public Taxonomy Lists { get; private set; } = Taxonomy.Shipped;

    /// <summary>The version in force as the form shows it.</summary>
    public int Version { get; private set; }

    /// <summary>The one to change, or the first level of a new one.</summary>
    public NeedTypeDefinition? Type { get; private set; }

    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Input = Code is null ? NeedFields.Under(Type!) : NeedFields.Of(Type!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int seen, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Input.Read(Code ?? Lists.NewCode(Under!, Input.NameFr ?? ""), ModelState) is not { } type) return Page();
        var outcome = await install.RunAsync(CooperativeDocument.Needs, Lists.With(type).Write(), seen, User.Actor(), ct);
        return this.IsInForce(outcome, NeedFields.PlaceOf) ? Redirect("/coordination/reglages/besoins") : Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync(int seen, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Code is null) return NotFound();
        var outcome = await install.RunAsync(CooperativeDocument.Needs, Lists.Without(Code).Write(), seen, User.Actor(), ct);
        if (this.IsInForce(outcome)) return Redirect("/coordination/reglages/besoins");
        Input = NeedFields.Of(Type!);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Version = (await versions.ReadAsync(CooperativeDocument.Needs, ct)).Version;      // before the text: a change between the two is then noticed
        Lists = await needs.CurrentAsync(ct);
        MayChange = await install.MayAsync(User.Actor(), ct);
        Type = Lists.Find(Code ?? Under ?? "");
        return Type is not null && (Code is not null || Type.Parent is null);
    }
}
