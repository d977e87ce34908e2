using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Notifications;

/// <summary>The list of whoever is on duty. The same matter stands on it once; nothing is saved here.</summary>
public sealed class Attention(TisserandDb db, IdSource ids)
{
    public async Task RaiseAsync(TerritoryId territory, string reason, string key, Instant now,
        HelpRequestId? request = null, VisitId? visit = null, VolunteerId? volunteer = null, BeneficiaryId? beneficiary = null,
        IncomingMessageId? message = null, CancellationToken ct = default)
    {
        var item = db.AttentionItems.Local.FirstOrDefault(a => a.Key == key) ?? await db.AttentionItems.SingleOrDefaultAsync(a => a.Key == key, ct);
        if (item is null) db.Add(item = new AttentionItem(ids.New<AttentionItemId>(), territory, reason, key, now));
        else item.ComesBack(now);
        item.About(request, visit, volunteer, beneficiary, message);
    }

    /// <summary>The same, for what a repeated look finds again: once dealt with, it does not come back.</summary>
    public async Task RaiseOnceAsync(TerritoryId territory, string reason, string key, Instant now, Visit about, CancellationToken ct)
    {
        if (db.AttentionItems.Local.Any(a => a.Key == key) || await db.AttentionItems.AnyAsync(a => a.Key == key, ct)) return;
        await RaiseAsync(territory, reason, key, now, about.RequestId, about.Id, about.VolunteerId, about.BeneficiaryId, ct: ct);
    }

    public async Task SettleAsync(string key, Instant now, CancellationToken ct)
    {
        var item = db.AttentionItems.Local.FirstOrDefault(a => a.Key == key) ?? await db.AttentionItems.SingleOrDefaultAsync(a => a.Key == key, ct);
        item?.Done(now);
    }

    /// <summary>Nothing waits any more about this visit.</summary>
    public async Task SettleAsync(VisitId visit, Instant now, CancellationToken ct)
    {
        foreach (var item in await db.AttentionItems.Where(a => a.VisitId == visit && a.DoneAt == null).ToListAsync(ct)) item.Done(now);
    }

    /// <summary>Nothing waits any more about this request.</summary>
    public async Task SettleAsync(HelpRequestId request, Instant now, CancellationToken ct)
    {
        foreach (var item in await db.AttentionItems.Where(a => a.RequestId == request && a.DoneAt == null).ToListAsync(ct)) item.Done(now);
    }
}
