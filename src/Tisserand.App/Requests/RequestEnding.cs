using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Storage;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests;

/// <summary>How a request ends, and what its planned visits bear as their reason.</summary>
public sealed record Ending(RequestState State, EndReason Reason, string? Note, string VisitReason);

/// <summary>Ends requests with all that hangs on them: proposals withdrawn, visits cancelled, waiting messages stopped, the other leg alerted.
/// Whoever was to come is returned; the caller tells them. Nothing is saved here.</summary>
public sealed class RequestEnding(TisserandDb db, Attention attention, RequestNews news)
{
    /// <param name="requests">Whole (see <see cref="WholeRequests"/>); those that are no longer alive are left as they are.</param>
    /// <param name="how">How they end.</param>
    /// <param name="by">Who ends them.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    /// <returns>The visits that were cancelled.</returns>
    public async Task<IReadOnlyList<Visit>> EndAsync(IReadOnlyCollection<HelpRequest> requests, Ending how, Actor by, Instant now, CancellationToken ct)
    {
        var cancelled = new List<Visit>();
        var ended = new List<HelpRequest>();
        foreach (var request in requests)
        {
            if (!request.End(how.State, how.Reason, how.Note, now)) continue;
            ended.Add(request);
            foreach (var visit in request.Visits.Where(v => v.IsPlanned))
            {
                visit.EndAs(VisitState.CancelledByBeneficiary, how.VisitReason, now);
                cancelled.Add(visit);
            }

            foreach (var proposal in request.Proposals)
            {
                if (proposal.State == ProposalState.Accepted) proposal.IsReleased();
                else if (proposal.State is ProposalState.Suggested or ProposalState.Validated or ProposalState.Notified) proposal.Withdraw();
            }

            request.FreesEveryPlace();
            db.Add(new AuditLine("end", "request", request.Id.Value, how.Reason.ToString(), by, now));
        }

        await news.HushAsync([.. ended.Select(r => r.Id)], ct);
        await SettleAsync(ended, now, ct);
        foreach (var request in ended) await AlertOtherLegAsync(request, ended, now, ct);
        return cancelled;
    }

    private async Task SettleAsync(List<HelpRequest> ended, Instant now, CancellationToken ct)
    {
        var ids = ended.Select(r => (HelpRequestId?)r.Id).ToList();
        foreach (var item in await db.AttentionItems.Where(a => ids.Contains(a.RequestId) && a.DoneAt == null).ToListAsync(ct)) item.Done(now);
    }

    private async Task AlertOtherLegAsync(HelpRequest ended, List<HelpRequest> together, Instant now, CancellationToken ct)
    {
        if (ended.OtherLegId is not { } otherId || together.Exists(r => r.Id == otherId)) return;
        if (await db.Whole().SingleOrDefaultAsync(r => r.Id == otherId, ct) is not { IsAlive: true } other) return;
        await attention.RaiseAsync(other.TerritoryId, AttentionReasons.OtherLegCancelled, $"other-leg/{otherId.Value:N}", now, request: otherId, beneficiary: other.BeneficiaryId, ct: ct);
        foreach (var visit in other.Visits.Where(v => v.IsPlanned)) await news.OtherLegCancelledAsync(visit, ended, ct);
    }
}
