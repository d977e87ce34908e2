using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Volunteers;

/// <param name="LastAsked">Null: never.</param>
public sealed record SomebodyNotAsked(VolunteerId Id, string Name, string? Commune, Instant? LastAsked);

/// <summary>Volunteers who offer hours and whom nobody has asked for 30 days: those a hurried desk forgets.</summary>
public sealed class NotAskedLately(TisserandDb db, TimeProvider time)
{
    public const int Days = 30;

    private const int Most = 50;

    /// <returns>The longest forgotten first; whoever joined within the last 30 days is not on it.</returns>
    public async Task<IReadOnlyList<SomebodyNotAsked>> ReadAsync(IReadOnlyList<TerritoryId> territories, CancellationToken ct)
    {
        var since = time.Now() - Duration.FromDays(Days);
        var found = await db.Volunteers.AsNoTracking()
            .Where(v => territories.Contains(v.TerritoryId) && v.State == PersonState.Active && v.Hours != "" && v.JoinedAt < since)
            .Select(v => new { v.Id, v.Person.FirstName, v.Person.LastName, v.Person.Insee, v.JoinedAt,
                Last = db.Proposals.Where(p => p.VolunteerId == v.Id && p.NotifiedAt != null).Max(p => p.NotifiedAt) })
            .Where(v => v.Last == null || v.Last < since)
            .OrderBy(v => v.Last == null ? v.JoinedAt : v.Last).ThenBy(v => v.Id).Take(Most).ToListAsync(ct);
        return [.. found.Select(v => new SomebodyNotAsked(v.Id, $"{v.FirstName} {v.LastName}".Trim(), RequestWords.Commune(v.Insee), v.Last))];
    }
}
