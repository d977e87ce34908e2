using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.People;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Benevole;

/// <summary>When she is free in an ordinary week: in words, and in boxes to tick.</summary>
public sealed class DisponibilitesModel(VolunteerSelf self, ChangeAvailability change, TimeProvider time) : PageModel
{
    [BindProperty]
    public GridTyped Grid { get; set; } = new();

    public string? Free { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await self.ReadAsync(User.VolunteerId(), ct) is not { } mine) return NotFound();
        Show(mine);
        Grid = GridTyped.Of(mine.Hours, mine.EveryOtherWeekFrom);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await self.ReadAsync(User.VolunteerId(), ct) is not { } mine) return NotFound();
        Show(mine);
        var first = Dated.Read(Grid.EveryOtherWeekFrom, "Grid.EveryOtherWeekFrom", time.Now().LocalDay(), ModelState, wanted: false);
        if (Grid.Hours() is not { } hours)
        {
            ModelState.AddModelError("Grid.Ticks", Words.Volunteer["Hours_Empty"]);
            return Page();
        }
        if (!ModelState.IsValid) return Page();

        switch (await change.RunAsync(User.VolunteerId(), hours, mine.From, mine.Until, first, User.Actor(), ct))
        {
            case SaveOutcome<VolunteerId>.Saved: this.Say(Words.Volunteer, "Hours_Saved"); return RedirectToPage();
            case SaveOutcome<VolunteerId>.Refused: ModelState.AddModelError("Grid.Ticks", Words.Volunteer["Hours_Empty"]); return Page();
            case SaveOutcome<VolunteerId>.Busy: ModelState.AddModelError("Grid.Ticks", Words.Volunteer["Busy"]); return Page();
            case SaveOutcome<VolunteerId>.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    private void Show(OwnTime mine) => Free = GridTyped.InWords(mine.Hours, mine.From, mine.Until, mine.EveryOtherWeekFrom);
}
