using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests;

/// <summary>Why a request ends, and how widely.</summary>
/// <param name="Note">To whom an out-of-scope need was sent, or of what it is a duplicate; needed for those two.</param>
/// <param name="BothLegs">The other leg of the trip ends with it.</param>
/// <param name="SheKnows">She said it herself: no message tells her again.</param>
public sealed record Cancellation(EndReason Reason, string? Note = null, bool BothLegs = false, bool SheKnows = true);

/// <summary>What cancelling a request led to.</summary>
public abstract record CancelOutcome
{
    private CancelOutcome() { }

    /// <param name="Freed">Visits that were cancelled; their volunteers are told.</param>
    /// <param name="LegThatStands">The other leg, still alive: whoever is on duty is asked whether it is still wanted.</param>
    public sealed record Cancelled(IReadOnlyList<VisitId> Freed, HelpRequestId? LegThatStands) : CancelOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : CancelOutcome;

    public sealed record AlreadyEnded(RequestState State) : CancelOutcome;

    public sealed record NotFound : CancelOutcome;

    public sealed record Busy : CancelOutcome;
}

/// <summary>Ends a request, or refuses a draft, with its reason; everybody concerned is told.</summary>
public sealed class CancelRequest(TisserandDb db, TimeProvider time, RequestEnding ending, RequestNews news)
{
    private static readonly EndReason[] Sayable =
        [EndReason.DoneByOthers, EndReason.NoLongerWanted, EndReason.OutOfScope, EndReason.Duplicate, EndReason.Unreachable, EndReason.NoVolunteer];

    public Task<CancelOutcome> RunAsync(HelpRequestId id, Cancellation why, Actor by, CancellationToken ct) =>
        db.DecideAsync<CancelOutcome>(async () =>
        {
            var note = string.IsNullOrWhiteSpace(why.Note) ? null : why.Note.Trim();
            if (!Sayable.Contains(why.Reason)) return new CancelOutcome.Refused([new("reason", FieldProblem.Missing)]);
            if (note is null && why.Reason is EndReason.OutOfScope or EndReason.Duplicate) return new CancelOutcome.Refused([new("note", FieldProblem.Missing)]);

            var requests = await db.Whole().Where(r => r.Id == id || (why.BothLegs && r.OtherLegId == id)).ToListAsync(ct);
            if (requests.SingleOrDefault(r => r.Id == id) is not { } request) return new CancelOutcome.NotFound();
            if (!request.IsAlive) return new CancelOutcome.AlreadyEnded(request.State);

            var now = time.Now();
            var unmet = why.Reason == EndReason.NoVolunteer && request.State == RequestState.Open;
            var how = new Ending(unmet ? RequestState.Unmet : RequestState.Cancelled, why.Reason, note, VisitEndReasons.Beneficiary);
            var freed = await ending.EndAsync(requests, how, by, now, ct);
            await news.CalledOffToVolunteersAsync(freed, ct);
            if (!why.SheKnows) await news.CalledOffToBeneficiariesAsync(freed, weLook: false, ct);
            if (unmet && !why.SheKnows && request.Beneficiary is not null) await news.UnmetAsync(request, ct);

            var other = why.BothLegs ? null : await StandingAsync(request.OtherLegId, ct);
            return new CancelOutcome.Cancelled([.. freed.Select(v => v.Id)], other);
        }, () => new CancelOutcome.Busy(), ct);

    private Task<HelpRequestId?> StandingAsync(HelpRequestId? other, CancellationToken ct) =>
        db.HelpRequests.Alive().Where(r => r.Id == other).Select(r => (HelpRequestId?)r.Id).SingleOrDefaultAsync(ct);
}
