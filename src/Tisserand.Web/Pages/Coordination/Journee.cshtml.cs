using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Nothing takes place on one day: what that would cancel, then the act.</summary>
public sealed class JourneeModel(CallOffDayPreview preview, CallOffDay act, TerritoriesOf territories, NeedCatalogue needs, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    [BindProperty(SupportsGet = true, Name = "jour")]
    public string? Day { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public LocalDate? Shown { get; private set; }

    public DayOffPreview? Preview { get; private set; }

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    /// <summary>What one of them would read, with the reason typed so far.</summary>
    public string? Example { get; private set; }

    private RequestWords _words = null!;

    public string Activity(DayOffVisit visit) => _words.Activity(visit.NeedType);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Shown is not { } day) ModelState.AddModelError("jour", Words.Shared["Date_Unreadable"]);
        else
        {
            switch (await act.RunAsync(new TerritoryId(Territory!.Value), day, Reason ?? "", User.Actor(), ct))
            {
                case DayOffOutcome.CalledOff done:
                    this.Say(Words.Intake, "DayOff_Done", counts: [done.Visits, done.Ended, done.Moved]);
                    return Redirect($"/coordination/journee?territoire={Territory}");
                case DayOffOutcome.Refused no:
                    foreach (var error in no.Errors) ModelState.AddModelError(error.Field == "reason" ? "Reason" : "jour", error.Sentence(CultureInfo.CurrentUICulture));
                    break;
                case DayOffOutcome.Busy: ModelState.AddModelError("Reason", Words.Daily["Busy"]); break;
                default: throw new UnreachableException();
            }
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen) return false;
        Territory = chosen.Value;
        _words = new RequestWords(await needs.CurrentAsync(ct), Ages.Language);
        Choices = await territories.ReadAsync(User.Territories(), ct);
        if (string.IsNullOrWhiteSpace(Day)) return true;
        Shown = Dated.Read(Day, "jour", time.Now().LocalDay(), ModelState);
        if (Shown is not { } day) return true;
        Preview = await preview.ReadAsync(chosen, day, ct);
        Example = await preview.ExampleAsync(chosen, day, string.IsNullOrWhiteSpace(Reason) ? Words.Intake["DayOff_YourReason"] : Reason, Preview, Ages.Language, ct);
        return true;
    }
}
