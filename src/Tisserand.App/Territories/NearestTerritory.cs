using Microsoft.EntityFrameworkCore;
using Tisserand.App.Storage;
using Tisserand.France;

namespace Tisserand.App.Territories;

/// <summary>Where the territories are, for somebody who writes from outside and knows none of them.</summary>
public sealed class NearestTerritory(TisserandDb db)
{
    private const int Most = 500;

    /// <summary>The territory whose seat is nearest to a commune.</summary>
    /// <exception cref="InvalidOperationException">The installation has no territory.</exception>
    public async Task<TerritoryId> OfAsync(string insee, CancellationToken ct)
    {
        var seats = await db.Territories.AsNoTracking().OrderBy(t => t.Id).Select(t => new { t.Id, t.SeatInsee }).Take(Most).ToListAsync(ct);
        var here = CommuneTable.Shipped.Find(insee)?.Point;
        return seats.MinBy(s => here is { } from && PointOf(s.SeatInsee) is { } seat ? from.KilometresTo(seat) : double.MaxValue)?.Id
            ?? throw new InvalidOperationException("An installation has at least one territory.");
    }

    /// <summary>Kilometres from a commune to the nearest seat; the largest number where that is not known.</summary>
    public async Task<Func<Commune, double>> DistanceAsync(CancellationToken ct)
    {
        var seats = await db.Territories.AsNoTracking().OrderBy(t => t.Id).Select(t => t.SeatInsee).Take(Most).ToListAsync(ct);
        var points = seats.Select(PointOf).OfType<GeoPoint>().ToList();
        return commune => commune.Point is { } here ? points.Select(here.KilometresTo).DefaultIfEmpty(double.MaxValue).Min() : double.MaxValue;
    }

    private static GeoPoint? PointOf(string insee) => CommuneTable.Shipped.Find(insee)?.Point;
}
