using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>The file of a person who is helped: carers, exclusions, pauses, requests and what comes back.</summary>
public sealed class BeneficiaireModel(
    BeneficiaryFiles files, NeedCatalogue needs, PauseBeneficiary pause, ResumeBeneficiary resume, AddCarer addCarer, Exclude exclude, LiftExclusion lift, EndSeries endSeries, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AbsenceTyped Away { get; set; } = new();

    [BindProperty]
    public CarerTyped Carer { get; set; } = new();

    [BindProperty]
    public ExclusionTyped Exclusion { get; set; } = new();

    public BeneficiaryFile Shown { get; private set; } = null!;

    public Taxonomy Lists { get; private set; } = Taxonomy.Shipped;

    public LocalDate Today => time.Now().LocalDay();

    public static IEnumerable<Choice> CarerKinds => Enum.GetNames<CarerKind>().Select(k => new Choice(k, Words.Intake["Carer_" + k]));

    public static IEnumerable<Choice> Sayers => Enum.GetNames<ExcludedBy>().Select(k => new Choice(k, Words.Intake["ExcludedBy_" + k]));

    public IEnumerable<Choice> Volunteers => Shown.Volunteers.Select(v => new Choice(v.Id.Value.ToString(), v.Name));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAbsenceAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var from = Dated.Read(Away.From, "Away.From", Today, ModelState);
        var until = Dated.Read(Away.Until, "Away.Until", Today, ModelState, wanted: false);
        if (!ModelState.IsValid) return Page();
        switch (await pause.RunAsync(Shown.Who.Id, from!.Value, until, Away.Reason, User.Actor(), ct))
        {
            case PauseOutcome.Paused done:
                this.Say(Words.Intake, "Pause_Noted", counts: [done.Requests, done.Visits]);
                return Back();
            case PauseOutcome.Refused no:
                foreach (var error in no.Errors) ModelState.AddModelError(error.Field == "from" ? "Away.From" : "Away.Until", error.Sentence(CultureInfo.CurrentUICulture));
                return Page();
            case PauseOutcome.NotPossible: return Warned("Problem_not_from_here");
            case PauseOutcome.NotFound: return NotFound();
            case PauseOutcome.Busy: return Busy();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostRetourAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        switch (await resume.RunAsync(Shown.Who.Id, User.Actor(), ct))
        {
            case ReturnOutcome.Back done:
                this.Say(Words.Intake, "Return_Noted", counts: done.Requests);
                return Back();
            case ReturnOutcome.NotAway: return Warned("Return_NotAway");
            case ReturnOutcome.NotFound: return NotFound();
            case ReturnOutcome.Busy: return Busy();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostProcheAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!Enum.TryParse<CarerKind>(Carer.Kind, out var kind)) ModelState.AddModelError("Carer.Kind", Words.Shared["Error_Choice"]);
        if (!ModelState.IsValid) return Page();
        var form = new PersonForm { LastName = Carer.LastName ?? "", FirstName = Carer.FirstName ?? "", Landline = Carer.Landline, Email = Carer.Email };
        return After(await addCarer.RunAsync(Shown.Who.Id, form, kind, Carer.IsReferent, Carer.IsEmergency, User.Actor(), ct), "Carer.", "Carer_Added");
    }

    public async Task<IActionResult> OnPostExclureAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var volunteer = Shown.Volunteers.FirstOrDefault(v => v.Id.Value.ToString() == Exclusion.Volunteer);
        if (volunteer == default) ModelState.AddModelError("Exclusion.Volunteer", Words.Shared["Error_Choice"]);
        if (!Enum.TryParse<ExcludedBy>(Exclusion.By, out var said)) ModelState.AddModelError("Exclusion.By", Words.Shared["Error_Choice"]);
        if (!ModelState.IsValid) return Page();
        return After(await exclude.RunAsync(volunteer.Id, Shown.Who.Id, said, Exclusion.Reason, User.Actor(), ct), "Exclusion.", "Exclusion_Added");
    }

    public async Task<IActionResult> OnPostLeverAsync(Guid exclusion, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Shown.Exclusions.FirstOrDefault(e => e.Id.Value == exclusion) is not { } known) return NotFound();
        return After(await lift.RunAsync(known.Id, User.Actor(), ct), "Exclusion.", "Exclusion_Lifted");
    }

    public async Task<IActionResult> OnPostFinAsync(Guid series, string? last, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Shown.Series.FirstOrDefault(s => s.Id.Value == series) is not { } known) return NotFound();
        var day = Dated.Read(last, $"last-{series}", Today, ModelState);
        if (!ModelState.IsValid) return Page();
        switch (await endSeries.RunAsync(known.Id, day!.Value, EndReason.NoLongerWanted, User.Actor(), ct))
        {
            case EndSeriesOutcome.Ended done:
                this.Say(Words.Intake, "Series_Ended", counts: done.Cancelled);
                return Back();
            case EndSeriesOutcome.AlreadyEnded: return Warned("Series_AlreadyEnded");
            case EndSeriesOutcome.NotFound: return NotFound();
            case EndSeriesOutcome.Busy: return Busy();
            default: throw new UnreachableException();
        }
    }

    private IActionResult After<TId>(SaveOutcome<TId> outcome, string prefix, string key)
    {
        switch (outcome)
        {
            case SaveOutcome<TId>.Saved:
                this.Say(Words.Intake, key);
                return Back();
            case SaveOutcome<TId>.Refused no:
                foreach (var problem in no.Problems) ModelState.AddModelError(prefix + problem.Field, PersonFields.SentenceOf(problem));
                return Page();
            case SaveOutcome<TId>.NotFound: return NotFound();
            case SaveOutcome<TId>.Busy: return Busy();
            default: throw new UnreachableException();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await files.ReadAsync(new BeneficiaryId(Id), User.Territories(), Ages.Language, ct) is not { } file) return false;
        (Shown, Lists) = (file, await needs.CurrentAsync(ct));
        return true;
    }

    private RedirectResult Back() => Redirect($"/coordination/beneficiaire/{Id}");

    private RedirectResult Warned(string key)
    {
        this.Warn(Words.Intake, key);
        return Back();
    }

    private RedirectResult Busy()
    {
        this.Warn(Words.Daily, "Busy");
        return Back();
    }
}

public sealed class CarerTyped
{
    public string? LastName { get; set; }
    public string? FirstName { get; set; }
    public string? Landline { get; set; }
    public string? Email { get; set; }
    public string? Kind { get; set; }
    public bool IsReferent { get; set; }
    public bool IsEmergency { get; set; }
}

public sealed class ExclusionTyped
{
    public string? Volunteer { get; set; }
    public string? By { get; set; }
    public string? Reason { get; set; }
}
