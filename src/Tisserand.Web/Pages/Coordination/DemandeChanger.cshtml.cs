using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Somebody called: the request moves, ends, or its volunteer cannot come.</summary>
public sealed class DemandeChangerModel(RequestFiles files, ChangeRequest change, CancelRequest cancel, CancelVisit cancelVisit, TimeProvider time) : PageModel
{
    /// <summary>Why a request ends, as a coordinator may say it.</summary>
    public static readonly EndReason[] Reasons =
        [EndReason.NoLongerWanted, EndReason.DoneByOthers, EndReason.NoVolunteer, EndReason.Unreachable, EndReason.OutOfScope, EndReason.Duplicate];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public NewTime Time { get; set; } = new();

    [BindProperty]
    public Ended End { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public RequestFile Shown { get; private set; } = null!;

    public IEnumerable<Choice> ReasonChoices => Reasons.Select(r => new Choice(r.ToString(), Words.Daily["Reason_" + r]));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!Shown.IsAlive) return RedirectToPage("Demande", new { Id });
        Time = NewTime.Of(Shown);
        return Page();
    }

    /// <summary>Nothing is posted without saying what for.</summary>
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostHeureAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Time.Read(Shown.AppointmentAt is not null, time.Now().LocalDay(), ModelState) is not { } wanted) return Page();
        switch (await change.RunAsync(Shown.Id, new RequestChange { Time = wanted }, User.Actor(), ct))
        {
            case ChangeOutcome.Changed done: return Said(done.Visits.Freed.Count > 0 ? "Changed_Freed" : done.Visits.Moved.Count > 0 ? "Changed_Moved" : "Changed");
            case ChangeOutcome.Refused no: return Refused(no.Errors, "Time.Day");
            case ChangeOutcome.AlreadyEnded: return Warned("Ended_Already");
            case ChangeOutcome.Busy: return Warned("Busy");
            case ChangeOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostFinAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!Enum.TryParse<EndReason>(End.Reason, out var reason) || !Reasons.Contains(reason))
        {
            ModelState.AddModelError("End.Reason", Words.Daily["Reason_Missing"]);
            return Page();
        }

        switch (await cancel.RunAsync(Shown.Id, new Cancellation(reason, End.Note, End.BothLegs, !End.TellHer), User.Actor(), ct))
        {
            case CancelOutcome.Cancelled done:
                return Said(done.LegThatStands is null ? "Cancelled" : "Cancelled_LegStands", $"/coordination/demande/{Id}?handler=Rouvrir");
            case CancelOutcome.Refused no: return Refused(no.Errors, no.Errors[0].Field == "note" ? "End.Note" : "End.Reason");
            case CancelOutcome.AlreadyEnded: return Warned("Ended_Already");
            case CancelOutcome.Busy: return Warned("Busy");
            case CancelOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostBenevoleAsync(Guid visit, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Shown.Visits.FirstOrDefault(v => v.Id.Value == visit) is not { } known) return NotFound();
        return After(await cancelVisit.ByVolunteerAsync(known.Id, known.VolunteerId, Why, User.Actor(), ct));
    }

    public async Task<IActionResult> OnPostAideeAsync(Guid visit, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Shown.Visits.FirstOrDefault(v => v.Id.Value == visit) is not { } known) return NotFound();
        return After(await cancelVisit.ByBeneficiaryAsync(known.Id, new BeneficiaryWish.NoLongerNeeded(Note: Why), User.Actor(), ct));
    }

    private IActionResult After(CancelVisitOutcome outcome) => outcome switch
    {
        CancelVisitOutcome.Reopened => Said("Visit_Reopened"),
        CancelVisitOutcome.Closed => Said("Cancelled", $"/coordination/demande/{Id}?handler=Rouvrir"),
        CancelVisitOutcome.NotPlanned => Warned("Visit_NotPlanned"),
        CancelVisitOutcome.Busy => Warned("Busy"),
        CancelVisitOutcome.NotFound => NotFound(),
        _ => throw new UnreachableException(),                 // no other time is offered here
    };

    private PageResult Refused(IReadOnlyList<FieldError> errors, string field)
    {
        foreach (var error in errors) ModelState.AddModelError(field, error.Sentence(System.Globalization.CultureInfo.CurrentUICulture));
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await files.ReadAsync(new(Id), User.Territories(), Ages.Language, ct) is not { } file) return false;
        Shown = file;
        return true;
    }

    private RedirectToPageResult Said(string key, string? undoPath = null)
    {
        this.Say(Words.Daily, key, undoPath);
        return RedirectToPage("Demande", null, new { Id });
    }

    private RedirectToPageResult Warned(string key)
    {
        this.Warn(Words.Daily, key);
        return RedirectToPage("Demande", null, new { Id });
    }
}

/// <summary>Why it ends, as posted.</summary>
public sealed class Ended
{
    public string? Reason { get; set; }

    public string? Note { get; set; }

    public bool BothLegs { get; set; }

    public bool TellHer { get; set; }
}
