using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Notifications.Replies;

/// <summary>A reply that no machine understood.</summary>
/// <param name="From">Her name; null when the number is nobody's, or several people's.</param>
public sealed record ReplyToRead(IncomingMessageId Id, PersonId? Person, string? From, MessageChannel Channel, string Text, Instant At);

/// <summary>The coordinators' inbox: replies that a person has to read, oldest first.</summary>
public sealed class RepliesToRead(TisserandDb db)
{
    public async Task<IReadOnlyList<ReplyToRead>> ReadAsync(TerritoryId territory, CancellationToken ct)
    {
        var rows = await (
            from m in db.IncomingMessages.AsNoTracking()
            where m.TerritoryId == territory && m.HandledAt == null
            orderby m.At
            join p in db.People on m.PersonId equals p.Id into senders
            from p in senders.DefaultIfEmpty()
            select new { m.Id, m.PersonId, FirstName = (string?)p.FirstName, LastName = (string?)p.LastName, m.Channel, m.Text, m.At }).Take(200).ToListAsync(ct);
        return [.. rows.Select(r => new ReplyToRead(r.Id, r.PersonId, $"{r.FirstName} {r.LastName}".Trim() is { Length: > 0 } name ? name : null, r.Channel, r.Text, r.At))];
    }

    internal static string KeyOf(IncomingMessageId id) => $"reply/{id.Value:N}";
}

/// <summary>A coordinator has read a reply and done what it asked.</summary>
public sealed class MarkReplyRead(TisserandDb db, TimeProvider time, Attention attention)
{
    /// <returns>False when there is no such reply in the territory.</returns>
    public Task<bool> RunAsync(TerritoryId territory, IncomingMessageId id, Actor by, CancellationToken ct) => db.DecideAsync(async () =>
    {
        if (await db.IncomingMessages.SingleOrDefaultAsync(m => m.Id == id && m.TerritoryId == territory, ct) is not { } message) return false;
        var now = time.Now();
        if (message.HandledAt is null)
        {
            message.Handled(now);
            db.Add(new AuditLine("read_reply", "reply", id.Value, "Read", by, now));
        }

        await attention.SettleAsync(RepliesToRead.KeyOf(id), now, ct);
        return true;
    }, ct);
}
