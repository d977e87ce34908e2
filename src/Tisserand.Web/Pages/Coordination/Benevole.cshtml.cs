using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>A volunteer's file: what she offers, when, what was seen of her, when she is away.</summary>
public sealed class BenevoleModel(
    VolunteerFiles files, NeedCatalogue needs, MoveVolunteer move, RecordCheck check, RecordAbsence away, EndAbsence back, ChangeAvailability change, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AbsenceTyped Absence { get; set; } = new();

    [BindProperty]
    public CheckTyped Check { get; set; } = new();

    [BindProperty]
    public GridTyped Grid { get; set; } = new();

    public VolunteerFile Shown { get; private set; } = null!;

    public Taxonomy Lists { get; private set; } = Taxonomy.Shipped;

    public LocalDate Today => time.Now().LocalDay();

    public IEnumerable<PersonState> NextStates => ((PersonState[])[PersonState.Active, PersonState.Paused]).Where(s => PersonLife.Allows(Shown.Who.State, s));

    public IEnumerable<VolunteerAbsence> Absences => Shown.Who.Absences.Where(a => a.Until >= Today).OrderBy(a => a.From);

    /// <summary>When she is free, in words; null when nothing is known.</summary>
    public string? Free => GridTyped.InWords(Shown.Who.Hours, Shown.Who.HoursFrom, Shown.Who.HoursUntil, Shown.Who.EveryOtherWeekFrom);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Grid = GridTyped.Of(Shown.Who.Hours, Shown.Who.EveryOtherWeekFrom);
        return Page();
    }

    public async Task<IActionResult> OnPostEtatAsync(string? state, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!Enum.TryParse<PersonState>(state, out var next) || !NextStates.Contains(next)) return Warned("Problem_not_from_here");
        return After(await move.RunAsync(Shown.Who.Id, next, User.Actor(), ct), "", "State_Changed");
    }

    public async Task<IActionResult> OnPostControleAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (string.IsNullOrEmpty(Check.Kind)) ModelState.AddModelError("Check.Kind", Words.Shared["Error_Choice"]);
        var seen = Dated.Read(Check.SeenOn, "Check.SeenOn", Today, ModelState, sense: DateSense.Past);
        var until = Dated.Read(Check.ValidUntil, "Check.ValidUntil", Today, ModelState, wanted: false);
        if (!ModelState.IsValid) return Page();
        return After(await check.RunAsync(Shown.Who.Id, Check.Kind!, seen!.Value, until, User.Actor(), ct), "Check.", "Check_Noted");
    }

    public async Task<IActionResult> OnPostHorairesAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var first = Dated.Read(Grid.EveryOtherWeekFrom, "Grid.EveryOtherWeekFrom", Today, ModelState, wanted: false);
        if (Grid.Hours() is not { } hours) ModelState.AddModelError("Grid.Ticks", Words.Intake["Grid_Empty"]);
        else if (ModelState.IsValid)
            return After(await change.RunAsync(Shown.Who.Id, hours, Shown.Who.HoursFrom, Shown.Who.HoursUntil, first, User.Actor(), ct), "Grid.", "Grid_Saved");
        return Page();
    }

    public async Task<IActionResult> OnPostAbsenceAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var (from, until) = (Dated.Read(Absence.From, "Absence.From", Today, ModelState), Dated.Read(Absence.Until, "Absence.Until", Today, ModelState));
        if (!ModelState.IsValid) return Page();
        switch (await away.RunAsync(Shown.Who.Id, from!.Value, until!.Value, Absence.Reason, User.Actor(), ct))
        {
            case AbsenceOutcome.Recorded { Reopened.Count: > 0 } done:
                this.Say(Words.Intake, "Absence_Reopened", counts: done.Reopened.Count);
                return Redirect($"/coordination/absence/{done.Absence.Value}");
            case AbsenceOutcome.Recorded: return Said("Absence_Noted");
            case AbsenceOutcome.Refused no:
                foreach (var error in no.Errors) ModelState.AddModelError(error.Field == "from" ? "Absence.From" : "Absence.Until", error.Sentence(CultureInfo.CurrentUICulture));
                return Page();
            case AbsenceOutcome.NotPossible: return Warned("Problem_not_from_here");
            case AbsenceOutcome.NotFound: return NotFound();
            case AbsenceOutcome.Busy: return Busy();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostRetourAsync(Guid absence, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Shown.Who.Absences.FirstOrDefault(a => a.Id.Value == absence) is not { } known) return NotFound();
        await back.RunAsync(known.Id, Today.PlusDays(-1), User.Actor(), ct);
        return Said("Absence_Ended");
    }

    private IActionResult After(SaveOutcome<VolunteerId> outcome, string prefix, string key)
    {
        switch (outcome)
        {
            case SaveOutcome<VolunteerId>.Saved: return Said(key);
            case SaveOutcome<VolunteerId>.Refused no:
                foreach (var problem in no.Problems) ModelState.AddModelError(prefix + problem.Field, Words.Intake["Problem_" + problem.Code]);
                return Page();
            case SaveOutcome<VolunteerId>.NotFound: return NotFound();
            case SaveOutcome<VolunteerId>.Busy: return Busy();
            default: throw new UnreachableException();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await files.ReadAsync(new VolunteerId(Id), User.Territories(), Ages.Language, ct) is not { } file) return false;
        (Shown, Lists) = (file, await needs.CurrentAsync(ct));
        return true;
    }

    private RedirectResult Said(string key)
    {
        this.Say(Words.Intake, key);
        return Redirect($"/coordination/benevole/{Id}");
    }

    private RedirectResult Warned(string key)
    {
        this.Warn(Words.Intake, key);
        return Redirect($"/coordination/benevole/{Id}");
    }

    private RedirectResult Busy()
    {
        this.Warn(Words.Daily, "Busy");
        return Redirect($"/coordination/benevole/{Id}");
    }
}

public sealed class AbsenceTyped
{
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Reason { get; set; }
}

public sealed class CheckTyped
{
    public string? Kind { get; set; }
    public string? SeenOn { get; set; }
    public string? ValidUntil { get; set; }
}
