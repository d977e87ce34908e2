using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>A volunteer's file is opened, after she was met, or changed.</summary>
public sealed class BenevoleModifierModel(SaveVolunteer save, VolunteerFiles files, SharedContacts shared, TerritoriesOf territories, NeedCatalogue needs, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    [BindProperty]
    public VolunteerFields Input { get; set; } = new();

    public VolunteerFile? Known { get; private set; }

    public Taxonomy Lists { get; private set; } = Taxonomy.Shipped;

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Known is not null) Input = VolunteerFields.Of(Known.Who);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Territory is not { } territory) return NotFound();
        if (Input.Read(Known?.Who, Lists, time.Now().LocalDay(), ModelState) is not { } form) return Page();
        switch (await save.RunAsync(Known?.Who.TerritoryId ?? new(territory), Known?.Who.Id, form, active: Known is null, Request.FormKey(), User.Actor(), ct))
        {
            case SaveOutcome<VolunteerId>.Saved saved:
                this.Say(Words.Intake, Known is null ? "NewVolunteer_Saved" : "Saved");
                return Redirect($"/coordination/benevole/{saved.Id.Value}");
            case SaveOutcome<VolunteerId>.Refused no: PersonFields.Say(no.Problems, ModelState); return Page();
            case SaveOutcome<VolunteerId>.NotFound: return NotFound();
            case SaveOutcome<VolunteerId>.Busy: ModelState.AddModelError("Input.Person.LastName", Words.Daily["Busy"]); return Page();
            default: throw new UnreachableException();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen) return false;
        Territory = chosen.Value;
        Lists = await needs.CurrentAsync(ct);
        Choices = await territories.ReadAsync(User.Territories(), ct);
        if (Id is not { } id) return true;
        Known = await files.ReadAsync(new VolunteerId(id), User.Territories(), Ages.Language, ct);
        if (Known is null) return false;
        ViewData["Shared"] = await shared.ReadAsync(Known.Who.PersonId, User.Territories(), ct);
        return true;
    }
}
