using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>The file of a person who is helped is changed.</summary>
public sealed class BeneficiaireModifierModel(SaveBeneficiary save, BeneficiaryFiles files, SharedContacts shared, NeedCatalogue needs, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public BeneficiaryFields Input { get; set; } = new();

    public BeneficiaryFile Known { get; private set; } = null!;

    public Taxonomy Lists { get; private set; } = Taxonomy.Shipped;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Input = BeneficiaryFields.Of(Known.Who);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var form = Input.Read(Known.Who, time.Now().LocalDay(), ModelState);
        if (!ModelState.IsValid) return Page();
        switch (await save.RunAsync(Known.Who.TerritoryId, Known.Who.Id, form, null, User.Actor(), ct))
        {
            case SaveOutcome<BeneficiaryId>.Saved:
                this.Say(Words.Intake, "Saved");
                return Redirect($"/coordination/beneficiaire/{Id}");
            case SaveOutcome<BeneficiaryId>.Refused no: PersonFields.Say(no.Problems, ModelState); return Page();
            case SaveOutcome<BeneficiaryId>.NotFound: return NotFound();
            case SaveOutcome<BeneficiaryId>.Busy: ModelState.AddModelError("Input.Person.LastName", Words.Daily["Busy"]); return Page();
            default: throw new UnreachableException();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await files.ReadAsync(new BeneficiaryId(Id), User.Territories(), Ages.Language, ct) is not { } file) return false;
        (Known, Lists) = (file, await needs.CurrentAsync(ct));
        ViewData["Shared"] = await shared.ReadAsync(file.Who.PersonId, User.Territories(), ct);
        return true;
    }
}
