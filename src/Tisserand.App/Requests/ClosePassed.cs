using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests;

/// <summary>An open request whose time has passed without anybody is unmet, and stands on the list of whoever is on duty with that reason:
/// a timer never closes silently. Drafts are never closed: a person looks at them.</summary>
public sealed class ClosePassed(TisserandDb db, RequestEnding ending, Attention attention)
{
    private const int AtOnce = 200;

    /// <returns>How many were closed.</returns>
    public async Task<int> RunDueAsync(Instant now, CancellationToken ct)
    {
        var closed = 0;
        while (true)
        {
            var due = await db.HelpRequests.Where(r => r.State == RequestState.Open && r.PlacesTaken == 0 && r.LatestStart < now)
                .OrderBy(r => r.LatestStart).ThenBy(r => r.Id).Select(r => r.Id).Take(AtOnce).ToListAsync(ct);
            foreach (var id in due)
            {
                if (await db.DecideAsync(() => CloseAsync(id, now, ct), ct)) closed++;
                db.ChangeTracker.Clear();
            }

            if (due.Count < AtOnce) return closed;
        }
    }

    private async Task<bool> CloseAsync(HelpRequestId id, Instant now, CancellationToken ct)
    {
        var request = await db.Whole().SingleAsync(r => r.Id == id, ct);
        if (request.State != RequestState.Open || request.PlacesTaken > 0 || request.LatestStart >= now) return false;
        await ending.EndAsync([request], new Ending(RequestState.Unmet, EndReason.TimePassed, null, VisitEndReasons.Beneficiary), Actor.Machine, now, ct);
        await attention.RaiseAsync(request.TerritoryId, AttentionReasons.RequestTimePassed, $"passed/{id.Value:N}", now, request: id, beneficiary: request.BeneficiaryId, ct: ct);
        return true;
    }
}
