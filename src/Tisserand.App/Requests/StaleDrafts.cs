using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Storage;

namespace Tisserand.App.Requests;

/// <summary>A draft that nobody has settled comes back to the list every two days.</summary>
public sealed class StaleDrafts(TisserandDb db, Attention attention)
{
    private static readonly Duration Age = Duration.FromDays(2);

    public async Task RunDueAsync(Instant now, CancellationToken ct)
    {
        var before = now - Age;
        var drafts = await db.HelpRequests.Where(r => r.State == RequestState.Draft && r.CreatedAt <= before && r.Trip != TripKind.ReturnLeg)
            .OrderBy(r => r.CreatedAt).Select(r => new { r.Id, r.TerritoryId, r.BeneficiaryId, r.CreatedAt }).Take(500).ToListAsync(ct);
        var keys = drafts.ToDictionary(d => d.Id, d => $"draft-stale/{d.Id.Value:N}/{(int)((now - d.CreatedAt) / Age)}");
        var wanted = keys.Values.ToList();
        var raised = await db.AttentionItems.Where(a => wanted.Contains(a.Key)).Select(a => a.Key).ToListAsync(ct);
        foreach (var draft in drafts.Where(d => !raised.Contains(keys[d.Id])))
        {
            await db.DecideAsync(async () =>
            {
                await attention.RaiseAsync(draft.TerritoryId, AttentionReasons.DraftStale, keys[draft.Id], now, request: draft.Id, beneficiary: draft.BeneficiaryId, ct: ct);
                return true;
            }, ct);
            db.ChangeTracker.Clear();
        }
    }
}
