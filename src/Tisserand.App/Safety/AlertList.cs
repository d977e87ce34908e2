using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.App.Safety;

/// <summary>An alert that has not ended, as its line or banner.</summary>
/// <param name="OnEveryScreen">Nobody has it in hand after a quarter of an hour.</param>
/// <param name="TakenBy">Who has it in hand; null when nobody.</param>
public sealed record OpenAlert(DangerAlertId Id, string? Name, Instant RaisedAt, bool OnEveryScreen, string? TakenBy);

/// <param name="Parts">Her words, cut where they ring.</param>
/// <param name="Phones">Where she is reached, as dialled.</param>
/// <param name="Called">Who was called, by which channel, and whether it has left.</param>
public sealed record AlertFile(
    DangerAlertId Id, PersonId? Person, string? Name, IReadOnlyList<string> Phones, string? Address, DangerSource Source, string? Theme, IReadOnlyList<(string Text, bool Rings)> Parts,
    Instant RaisedAt, Instant? TakenAt, string? TakenBy, Instant? EndedAt, DangerEnd? End, string? Answer, IReadOnlyList<AlertCall> Called, Requests.HelpRequestId? Request);

public sealed record AlertCall(string Name, MessageChannel Channel, Instant At, MessageState State);

/// <summary>What coordinators see of alerts.</summary>
public sealed class AlertList(TisserandDb db, TimeProvider time)
{
    private const int Most = 20;

    /// <summary>Not ended, the oldest first.</summary>
    public async Task<IReadOnlyList<OpenAlert>> OpenAsync(IReadOnlyList<TerritoryId> territories, CancellationToken ct)
    {
        var late = time.Now() - LadderOptions.Shipped.OnEveryScreenAfter;
        var rows = await (
            from a in db.DangerAlerts.AsNoTracking()
            where territories.Contains(a.TerritoryId) && a.EndedAt == null
            orderby a.RaisedAt, a.Id
            join p in db.People on a.PersonId equals p.Id into writers
            from p in writers.DefaultIfEmpty()
            join t in db.Accounts on a.TakenBy equals t.Id into takers
            from t in takers.DefaultIfEmpty()
            select new { a.Id, a.RaisedAt, a.TakenAt, FirstName = (string?)p.FirstName, LastName = (string?)p.LastName, Taker = (string?)t.Name }).Take(Most).ToListAsync(ct);
        return [.. rows.Select(r => new OpenAlert(r.Id, Named(r.FirstName, r.LastName), r.RaisedAt, r.TakenAt is null && r.RaisedAt <= late, r.TakenAt is null ? null : r.Taker ?? ""))];
    }

    /// <returns>Null where there is no such alert in these territories.</returns>
    public async Task<AlertFile?> ReadAsync(DangerAlertId id, IReadOnlyList<TerritoryId> territories, CancellationToken ct)
    {
        if (await db.DangerAlerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && territories.Contains(a.TerritoryId), ct) is not { } alert) return null;
        var writer = alert.PersonId is { } who ? await db.People.AsNoTracking().Include(p => p.Contacts).SingleOrDefaultAsync(p => p.Id == who, ct) : null;
        var taker = alert.TakenBy is { } by ? await db.Accounts.Where(a => a.Id == by).Select(a => a.Name).SingleOrDefaultAsync(ct) : null;
        var (answer, calls) = ($"danger-answer/{id.Value:N}/", CallLadder.KeyOf(id));
        var messages = await db.OutgoingMessages.AsNoTracking().Where(m => m.Key.StartsWith(answer) || m.Key.StartsWith(calls)).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(ct);
        var called = messages.Where(m => m.Kind == MessageKind.DangerAlert).ToList();
        var people = called.Select(m => m.PersonId).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        var address = writer is null ? null : string.Join(", ", new[] { writer.Street, CommuneTable.Shipped.Find(writer.Insee)?.Name }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return new AlertFile(id, alert.PersonId, Named(writer?.FirstName, writer?.LastName),
            [.. (writer?.Contacts ?? []).Where(c => c.Kind != ContactKind.Email).Select(c => FrenchPhone.Shown(c.Value))], string.IsNullOrEmpty(address) ? null : address,
            alert.Source, alert.Theme, [.. CutText.By(alert.Text, ReadDanger.In(ReadText.From(alert.Text)).Words)], alert.RaisedAt, alert.TakenAt, taker, alert.EndedAt, alert.End,
            messages.FirstOrDefault(m => m.Kind == MessageKind.DangerAnswer)?.Body,
            [.. called.Select(m => new AlertCall(names[m.PersonId], m.Channel, m.CreatedAt, m.State))], alert.RequestId);
    }

    private static string? Named(string? first, string? last) => $"{first} {last}".Trim() is { Length: > 0 } name ? name : null;
}
