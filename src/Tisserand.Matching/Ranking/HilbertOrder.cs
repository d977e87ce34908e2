using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>Puts people who live close together next to each other: their cells of a fine grid, walked along a
/// Hilbert curve (Kamel and Faloutsos 1993, CIKM, 490–499, who pack R-trees so).</summary>
internal static class HilbertOrder
{
    private const int Side = 1 << 15;

    /// <summary>The pool in that order, those without a known position last; ties by commune, then by id, so that the
    /// order given plays no part.</summary>
    public static Candidate[] Of(IReadOnlyCollection<Candidate> pool, CommuneTable communes)
    {
        var points = pool.Select(c => c.Home.PointIn(communes)).OfType<GeoPoint>().ToArray();
        if (points.Length == 0) return [.. pool.OrderBy(c => c.Id)];
        var (south, north) = (points.Min(p => p.LatitudeDegrees), points.Max(p => p.LatitudeDegrees));
        var (west, east) = (points.Min(p => p.LongitudeDegrees), points.Max(p => p.LongitudeDegrees));
        return [.. pool
            .OrderBy(c => c.Home.PointIn(communes) is { } at
                ? Along(Cell(at.LongitudeDegrees, west, east), Cell(at.LatitudeDegrees, south, north))
                : long.MaxValue)
            .ThenBy(c => c.Home.Insee, StringComparer.Ordinal).ThenBy(c => c.Id)];
    }

    private static int Cell(double at, double from, double until) =>
        until > from ? (int)Math.Min(Side - 1, (at - from) / (until - from) * Side) : 0;

    /// <summary>Position of a cell along the curve.</summary>
    internal static long Along(int x, int y)
    {
        long along = 0;
        for (var half = Side / 2; half > 0; half /= 2)
        {
            var (right, up) = ((x & half) > 0 ? 1 : 0, (y & half) > 0 ? 1 : 0);
            along += (long)half * half * ((3 * right) ^ up);
            if (up == 1) continue;
            if (right == 1) (x, y) = (Side - 1 - x, Side - 1 - y);
            (x, y) = (y, x);
        }
        return along;
    }
}
