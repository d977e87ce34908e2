using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests;

/// <summary>What taking back a cancellation led to.</summary>
public abstract record ResumeOutcome
{
    private ResumeOutcome() { }

    /// <param name="StandAgain">Visits whose volunteer had not been told yet: for her nothing happened.</param>
    public sealed record Resumed(IReadOnlyList<VisitId> StandAgain) : ResumeOutcome;

    /// <summary>It has not ended, ended otherwise, or its time has passed.</summary>
    public sealed record NotPossible(RequestState State) : ResumeOutcome;

    public sealed record NotFound : ResumeOutcome;

    public sealed record Busy : ResumeOutcome;
}

/// <summary>Undoes the end of a request. Messages that have not left are taken back, and their visits stand again; a volunteer who has been
/// told is asked first.</summary>
public sealed class ResumeRequest(TisserandDb db, TimeProvider time, StandsAgainst against)
{
    public Task<ResumeOutcome> RunAsync(HelpRequestId id, Actor by, CancellationToken ct) =>
        db.DecideAsync<ResumeOutcome>(async () =>
        {
            if (await db.Whole().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request) return new ResumeOutcome.NotFound();
            var now = time.Now();
            if (!request.MayResume(now)) return new ResumeOutcome.NotPossible(request.State);

            var standAgain = await StandingAgainAsync(request, now, ct);
            if (standAgain.Count == 0) request.AsksFirst(request.Visits.FirstOrDefault(v => v.EndedAt == request.ClosedAt)?.VolunteerId ?? request.AskFirst);
            request.Resume(now, standAgain.Count);
            foreach (var visit in standAgain)
            {
                visit.StandsAgain(now);
                visit.Volunteer.Commits();
                request.Proposals.FirstOrDefault(p => p.Id == visit.ProposalId)?.StandsAgain();
            }

            await TakeBackOtherLegAsync(request, now, ct);
            db.Add(new AuditLine("resume", "request", id.Value, "Resumed", by, now));
            return new ResumeOutcome.Resumed([.. standAgain.Select(v => v.Id)]);
        }, () => new ResumeOutcome.Busy(), ct);

    private async Task<List<Visit>> StandingAgainAsync(HelpRequest request, Instant now, CancellationToken ct)
    {
        var standing = new List<Visit>();
        foreach (var visit in request.Visits.Where(v => v.State == VisitState.CancelledByBeneficiary && v.EndedAt == request.ClosedAt && v.Start > now))
        {
            var waiting = await db.OutgoingMessages.Where(m => m.VisitId == visit.Id && m.State == MessageState.Waiting
                && (m.Kind == MessageKind.VisitCancelledToVolunteer || m.Kind == MessageKind.VisitCancelledToBeneficiary)).ToListAsync(ct);
            var takenBack = waiting.Where(m => m.TakeBack()).ToList();       // what was tried may have reached her
            var unaware = takenBack.Exists(m => m.PersonId == visit.Volunteer.PersonId);
            if (unaware && (await against.ReadAsync(request, visit.VolunteerId, now, ct)).Obstacles.Count == 0) standing.Add(visit);
        }

        return standing;
    }

    private async Task TakeBackOtherLegAsync(HelpRequest request, Instant now, CancellationToken ct)
    {
        if (request.OtherLegId is not { } other) return;
        foreach (var message in await db.OutgoingMessages.Where(m => m.RequestId == other && m.Kind == MessageKind.OtherLegCancelled && m.State == MessageState.Waiting).ToListAsync(ct))
            message.TakeBack();
        foreach (var item in await db.AttentionItems.Where(a => a.RequestId == other && a.Reason == AttentionReasons.OtherLegCancelled && a.DoneAt == null).ToListAsync(ct))
            item.Done(now);
    }
}
