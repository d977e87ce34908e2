using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Visits;

/// <summary>What the beneficiary wants instead of an agreed visit.</summary>
public abstract record BeneficiaryWish
{
    private BeneficiaryWish() { }

    /// <summary>Nothing more: the request ends with its reason.</summary>
    public sealed record NoLongerNeeded(EndReason Reason = EndReason.NoLongerWanted, string? Note = null) : BeneficiaryWish;

    /// <summary>The time she names.</summary>
    public sealed record AnotherTime(WantedTime Time) : BeneficiaryWish;
}

/// <summary>What cancelling a visit led to.</summary>
public abstract record CancelVisitOutcome
{
    private CancelVisitOutcome() { }

    /// <summary>The volunteer does not come: others are asked.</summary>
    public sealed record Reopened(HelpRequestId Request) : CancelVisitOutcome;

    public sealed record Closed(HelpRequestId Request) : CancelVisitOutcome;

    public sealed record Moved(ChangedVisits Visits) : CancelVisitOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : CancelVisitOutcome;

    public sealed record NotPlanned(VisitState State) : CancelVisitOutcome;

    public sealed record NotFound : CancelVisitOutcome;

    public sealed record Busy : CancelVisitOutcome;
}

/// <summary>An agreed visit does not take place. A volunteer's cancellation reopens the request; a beneficiary's closes it, or moves it.</summary>
public sealed class CancelVisit(TisserandDb db, TimeProvider time, TakingBack takingBack, RequestEnding ending, NeedChange changing, RequestNews news)
{
    /// <param name="id">The visit.</param>
    /// <param name="volunteer">Whose visit it is; anybody else's does not exist for her.</param>
    /// <param name="words">Why, if she says it.</param>
    /// <param name="by">Herself, or the coordinator she called.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<CancelVisitOutcome> ByVolunteerAsync(VisitId id, VolunteerId volunteer, string? words, Actor by, CancellationToken ct) =>
        db.DecideAsync<CancelVisitOutcome>(async () =>
        {
            if (await LoadAsync(id, ct) is not { } visit || visit.VolunteerId != volunteer) return new CancelVisitOutcome.NotFound();
            if (!visit.IsPlanned) return new CancelVisitOutcome.NotPlanned(visit.State);
            await takingBack.ApplyAsync([visit], VisitEndReasons.Volunteer, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), by, time.Now(), ct);
            await news.CalledOffToBeneficiariesAsync([visit], weLook: true, ct);
            return new CancelVisitOutcome.Reopened(visit.RequestId);
        }, () => new CancelVisitOutcome.Busy(), ct);

    public Task<CancelVisitOutcome> ByBeneficiaryAsync(VisitId id, BeneficiaryWish wish, Actor by, CancellationToken ct) =>
        db.DecideAsync<CancelVisitOutcome>(async () =>
        {
            if (await LoadAsync(id, ct) is not { } visit) return new CancelVisitOutcome.NotFound();
            if (!visit.IsPlanned) return new CancelVisitOutcome.NotPlanned(visit.State);
            var now = time.Now();
            switch (wish)
            {
                case BeneficiaryWish.NoLongerNeeded no:
                    var how = new Ending(RequestState.Cancelled, no.Reason, no.Note, VisitEndReasons.Beneficiary);
                    await news.CalledOffToVolunteersAsync(await ending.EndAsync([visit.Request], how, by, now, ct), ct);
                    return new CancelVisitOutcome.Closed(visit.RequestId);
                case BeneficiaryWish.AnotherTime other:
                    var change = new RequestChange { Time = other.Time };
                    var errors = NeedChange.Check(visit.Request, change, now, out var newTime);
                    return errors.Count > 0
                        ? new CancelVisitOutcome.Refused(errors)
                        : new CancelVisitOutcome.Moved(await changing.ApplyAsync(visit.Request, change, newTime, by, now, ct));
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }, () => new CancelVisitOutcome.Busy(), ct);

    private async Task<Visit?> LoadAsync(VisitId id, CancellationToken ct) =>
        (await db.Whole().SingleOrDefaultAsync(r => r.Visits.Any(v => v.Id == id), ct))?.Visits.Single(v => v.Id == id);
}
