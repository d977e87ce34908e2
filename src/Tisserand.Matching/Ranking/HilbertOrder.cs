namespace Tisserand.Matching;

/// <summary>Puts people who live close together next to each other: their cells of a fine grid, walked along a
/// Hilbert curve (Kamel and Faloutsos 1993, CIKM, 490–499, who pack R-trees so).</summary>
internal static class HilbertOrder
{
    private const int Side = 1 << 15;

    /// <summary>The pool in that order; ties by id, so the order given plays no part.</summary>
    public static Candidate[] Of(IReadOnlyCollection<Candidate> pool)
    {
        if (pool.Count == 0) return [];
        var (south, north) = (pool.Min(c => c.Home.Point.LatitudeDegrees), pool.Max(c => c.Home.Point.LatitudeDegrees));
        var (west, east) = (pool.Min(c => c.Home.Point.LongitudeDegrees), pool.Max(c => c.Home.Point.LongitudeDegrees));
        return [.. pool.OrderBy(c => Along(
            Cell(c.Home.Point.LongitudeDegrees, west, east), Cell(c.Home.Point.LatitudeDegrees, south, north))).ThenBy(c => c.Id)];
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
