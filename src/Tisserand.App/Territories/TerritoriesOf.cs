using Microsoft.EntityFrameworkCore;
using Tisserand.App.Storage;

namespace Tisserand.App.Territories;

/// <summary>Names of the territories somebody works in, to choose one.</summary>
public sealed class TerritoriesOf(TisserandDb db)
{
    public async Task<IReadOnlyList<(TerritoryId Id, string Name)>> ReadAsync(IReadOnlyList<TerritoryId> hers, CancellationToken ct)
    {
        var found = await db.Territories.AsNoTracking().Where(t => hers.Contains(t.Id)).OrderBy(t => t.Name).Select(t => new { t.Id, t.Name }).ToListAsync(ct);
        return [.. found.Select(t => (t.Id, t.Name))];
    }
}
