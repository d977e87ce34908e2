using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Requests.Series;
using Tisserand.App.Visits;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Benevole;

/// <summary>One visit of hers, as far as she may see it now, and all she can do about it.</summary>
public sealed class VisiteModel(
    VolunteerVisits visits, ShowDoorCode doorCode, CancelVisit cancel, NotThisTime notThisTime, ReportClosedDoor closedDoor, RecordFeedback feedback,
    ConfirmChangedVisit confirm) : PageModel
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public VolunteerVisit Visit { get; private set; } = null!;

    public string? DoorCode { get; private set; }

    public ClosedDoorOutcome.Ladder? Ladder { get; private set; }

    public IReadOnlyList<Choice> YesNo { get; } = [new("oui", Words.Volunteer["Yes"]), new("non", Words.Volunteer["No"])];

    public IReadOnlyList<Choice> Places { get; } =
    [
        new("oui", Words.Volunteer["Yes"]),
        .. new[] { VisitState.NobodyHome, VisitState.CancelledByBeneficiary, VisitState.VolunteerAbsent }.Select(s => new Choice(s.ToString(), Words.Volunteer["Why_" + s])),
        new("non", Words.Volunteer["Why_Other"]),
    ];

    public IReadOnlyList<Choice> Ratings { get; } = [.. Enumerable.Range(1, 5).Reverse().Select(n => new Choice($"{n}", Words.Volunteer["Rating_" + n]))];

    public string StateKind => Visit.State switch { VisitState.Planned => "info", VisitState.Done => "good", _ => "" };

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    /// <summary>The code is on the answer to this post alone, never at an address that can be kept.</summary>
    public async Task<IActionResult> OnPostCodeAsync(Guid id, CancellationToken ct)
    {
        DoorCode = await doorCode.RunAsync(new VisitId(id), User.VolunteerId(), User.Actor(), ct);
        Response.Headers.CacheControl = "no-store";
        return await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostPorteAsync(Guid id, CancellationToken ct)
    {
        switch (await closedDoor.RunAsync(new VisitId(id), User.VolunteerId(), User.Actor(), ct))
        {
            case ClosedDoorOutcome.Ladder ladder:
                Ladder = ladder;
                return await ShowAsync(id, ct);
            case ClosedDoorOutcome.NotNow: return Warned(id, "Door_NotNow");
            case ClosedDoorOutcome.Busy: return Warned(id, "Busy");
            case ClosedDoorOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostAnnulerAsync(Guid id, CancellationToken ct) =>
        AfterCancelling(id, await cancel.ByVolunteerAsync(new VisitId(id), User.VolunteerId(), Input.Why, User.Actor(), ct));

    public async Task<IActionResult> OnPostPasCetteFoisAsync(Guid id, CancellationToken ct) =>
        AfterCancelling(id, await notThisTime.RunAsync(new VisitId(id), User.VolunteerId(), User.Actor(), ct));

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct)
    {
        if (!await confirm.RunAsync(new VisitId(id), User.VolunteerId(), User.Actor(), ct)) return NotFound();
        this.Say(Words.Volunteer, "Confirm_Done");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostRaconterAsync(Guid id, CancellationToken ct)
    {
        if (!Places.Any(p => p.Value == Input.TookPlace)) ModelState.AddModelError("Input.TookPlace", Words.Shared["Error_Choice"]);
        if (Input.Rating is not (null or "") && !Ratings.Any(r => r.Value == Input.Rating)) ModelState.AddModelError("Input.Rating", Words.Shared["Error_Choice"]);
        if (Input.Words?.Length > RecordFeedback.LongestWords) ModelState.AddModelError("Input.Words", Words.Shared["Error_TooLong", RecordFeedback.LongestWords]);
        if (!ModelState.IsValid) return await ShowAsync(id, ct);

        switch (await feedback.RunAsync(new VisitId(id), FeedbackSide.Volunteer, User.PersonId(), Input.ToForm(), User.Actor(), ct))
        {
            case FeedbackOutcome.Noted { Alarmed: true }:
                this.Warn(Words.Volunteer, "Tell_Alarm");
                return RedirectToPage("Index");
            case FeedbackOutcome.Noted:
                this.Say(Words.Volunteer, "Tell_Thanks");
                return RedirectToPage("Index");
            case FeedbackOutcome.TooEarly: return Warned(id, "Tell_TooEarly");
            case FeedbackOutcome.Refused: return Warned(id, "Tell_Refused");
            case FeedbackOutcome.Busy: return Warned(id, "Busy");
            case FeedbackOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await visits.OfAsync(new VisitId(id), User.VolunteerId(), CultureInfo.CurrentUICulture, ct) is not { } visit) return NotFound();
        Visit = visit;
        return Page();
    }

    private IActionResult AfterCancelling(Guid id, CancelVisitOutcome outcome)
    {
        switch (outcome)
        {
            case CancelVisitOutcome.Reopened:
                this.Say(Words.Volunteer, "Cancel_Done");
                return RedirectToPage("Index");
            case CancelVisitOutcome.NotPlanned: return Warned(id, "Cancel_NotPlanned");
            case CancelVisitOutcome.Busy: return Warned(id, "Busy");
            case CancelVisitOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();          // a volunteer neither closes nor moves a request
        }
    }

    private RedirectToPageResult Warned(Guid id, string sentence)
    {
        this.Warn(Words.Volunteer, sentence);
        return RedirectToPage(new { id });
    }

    public sealed class Typed
    {
        public string? TookPlace { get; set; }

        public string? Rating { get; set; }

        public string? Again { get; set; }

        public string? Words { get; set; }

        public string? Why { get; set; }

        internal FeedbackForm ToForm() => new(
            TookPlace == "oui",
            int.TryParse(Rating, CultureInfo.InvariantCulture, out var rating) ? rating : null,
            Again switch { "oui" => true, "non" => false, _ => null },
            string.IsNullOrWhiteSpace(Words) ? null : Words,
            Enum.TryParse<VisitState>(TookPlace, out var why) ? why : null);
    }
}
