using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Notifications;

public enum SettleOutcome { Settled, NotFound, Busy }

/// <summary>Whoever is on duty has dealt with what waited.</summary>
public sealed class SettleAttention(TisserandDb db, TimeProvider time)
{
    /// <param name="id">What waited.</param>
    /// <param name="territories">Where she works; elsewhere it does not exist for her.</param>
    /// <param name="by">The coordinator.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<SettleOutcome> RunAsync(AttentionItemId id, IReadOnlyList<TerritoryId> territories, Actor by, CancellationToken ct) =>
        db.DecideAsync(async () =>
        {
            var item = await db.AttentionItems.SingleOrDefaultAsync(a => a.Id == id && territories.Contains(a.TerritoryId), ct);
            if (item is null) return SettleOutcome.NotFound;
            if (item.DoneAt is not null) return SettleOutcome.Settled;
            var now = time.Now();
            item.Done(now);
            db.Add(new AuditLine("settle", "attention", id.Value, item.Reason, by, now));
            return SettleOutcome.Settled;
        }, () => SettleOutcome.Busy, ct);
}
