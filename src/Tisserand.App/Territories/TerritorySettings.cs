using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Storage;

namespace Tisserand.App.Territories;

public sealed record DutyLine(DutyShiftId Id, string Name, DutyKind Kind, string Hours, LocalDate? From, LocalDate? Until);

/// <summary>How a territory decides and who coordinates it.</summary>
/// <param name="AutomaticFrom">0.5 to 1; null = never.</param>
/// <param name="Coordinators">Who may stand on its roster.</param>
public sealed record TerritorySettings(
    TerritoryId Id, string Name, double? AutomaticFrom, int GraceMinutes, bool ReadsTexts, IReadOnlyList<DutyLine> Roster, IReadOnlyList<(AccountId Id, string Name)> Coordinators);

/// <inheritdoc cref="TerritorySettings"/>
public sealed class ReadTerritorySettings(TisserandDb db)
{
    /// <returns>Null where there is no such territory.</returns>
    public async Task<TerritorySettings?> ReadAsync(TerritoryId id, CancellationToken ct)
    {
        var territory = await db.Territories.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct);
        if (territory is null) return null;
        var shifts = await db.DutyShifts.AsNoTracking().Where(s => s.TerritoryId == id).ToListAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.Role == Role.Coordinator).ToListAsync(ct);
        var names = accounts.ToDictionary(a => a.Id, a => a.Name);
        return new TerritorySettings(id, territory.Name, territory.AutomaticFrom, territory.GraceMinutes, territory.ReadsTexts,
            [.. shifts.Select(s => new DutyLine(s.Id, names.GetValueOrDefault(s.AccountId, ""), s.Kind, s.Hours, s.From, s.Until))
                .OrderBy(s => s.Name, StringComparer.CurrentCulture).ThenBy(s => s.Kind).ThenBy(s => s.From)],
            [.. accounts.Where(a => a.Territories.Contains(id)).Select(a => (a.Id, a.Name)).OrderBy(a => a.Name, StringComparer.CurrentCulture)]);
    }
}
