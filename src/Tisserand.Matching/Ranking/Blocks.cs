using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>Where each block of 64 neighbours lives, how far its people go and how fast the fastest is.</summary>
internal sealed class Blocks
{
    // A journey is too far when minutes − 1.645 × √(place² + road²) is above the budget, see Travel; with the root at most
    // place + road, that is certain beyond (budget − fixed) ÷ (kept × minutes per km) + 1.645 × spread ÷ kept.
    private const double NineInTen = 1.645;
    private const double Kept = 1 - NineInTen * Travel.RoadSpread;
    private const double Margin = 1e-9;          // rounding never turns a bound into a wrong one

    private readonly CommuneTable _communes;
    private readonly Box[] _boxes;
    private readonly Dictionary<string, HashSet<int>> _byCommune = new(StringComparer.Ordinal);

    private readonly record struct Box(
        double South, double North, double West, double East, double LeastCosine, double ReachKm, double PerKm, double Fixed);

    public Blocks(Candidate[] people, CommuneTable communes)
    {
        _communes = communes;
        _boxes = [.. people.Chunk(64).Select(BoxOf)];
        for (var i = 0; i < people.Length; i++)
        {
            if (!_byCommune.TryGetValue(people[i].Home.Insee, out var blocks)) _byCommune[people[i].Home.Insee] = blocks = [];
            blocks.Add(i >> 6);
        }
    }

    public int Count => _boxes.Length;

    /// <summary>The place from which distances to blocks are asked.</summary>
    public readonly record struct Origin(GeoPoint? Radians, double Cosine, double ExtraReachKm, HashSet<int> SameCommune);

    public Origin From(Place place)
    {
        var same = _byCommune.GetValueOrDefault(place.Insee) ?? [];
        if (place.PointIn(_communes) is not { } at) return new(null, 1, 0, same);
        var radians = new GeoPoint(double.DegreesToRadians(at.LatitudeDegrees), double.DegreesToRadians(at.LongitudeDegrees));
        return new(radians, Math.Cos(radians.LatitudeDegrees), NineInTen / Kept * place.SpreadKm(_communes), same);
    }

    /// <summary>A distance in km below which nobody of the block lives; null when all live too far to come.</summary>
    /// <remarks>Inside a commune estimates go by its area, not by points: nothing is known but 0.</remarks>
    public double? WithinReach(int block, in Origin origin)
    {
        if (origin.Radians is not { } at || origin.SameCommune.Contains(block)) return 0;
        ref readonly var box = ref _boxes[block];
        var reach = box.ReachKm + origin.ExtraReachKm;
        var apart = Math.Max(0, Math.Max(box.South - at.LatitudeDegrees, at.LatitudeDegrees - box.North));
        if (apart * GeoPoint.EarthRadiusKm > reach) return null;

        var aside = Math.Max(0, Math.Max(box.West - at.LongitudeDegrees, at.LongitudeDegrees - box.East));
        if (Math.Max(box.East - at.LongitudeDegrees, at.LongitudeDegrees - box.West) > Math.PI) aside = 0;   // round the far side
        var (a, b) = (Math.Sin(apart / 2), Math.Sin(aside / 2));
        var h = a * a + origin.Cosine * box.LeastCosine * (b * b);          // haversine, each part at its least
        var km = 2 * GeoPoint.EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h))) * (1 - Margin);
        return km > reach ? null : km;
    }

    /// <summary>A figure for the journey, rounded to 5 minutes, below which nobody of the block stands.</summary>
    public int LeastAboutMinutes(int block, double km)
    {
        var minutes = (_boxes[block].Fixed + _boxes[block].PerKm * km) * (1 - Margin);
        return Math.Max(5, 5 * (int)Math.Round(minutes / 5, MidpointRounding.AwayFromZero));
    }

    private Box BoxOf(Candidate[] people)
    {
        var (perKm, once) = (people.Min(p => MinutesPerKm(p.Mode)), people.Min(p => Travel.FixedMinutes(p.Mode)));
        var points = people.Select(p => p.Home.PointIn(_communes)).OfType<GeoPoint>().ToArray();
        if (points.Length < people.Length)                                  // somebody may be anywhere
            return new Box(-Math.PI / 2, Math.PI / 2, -Math.PI, Math.PI, 0, double.PositiveInfinity, perKm, once);
        var latitudes = points.Select(p => double.DegreesToRadians(p.LatitudeDegrees)).ToArray();
        var longitudes = points.Select(p => double.DegreesToRadians(p.LongitudeDegrees)).ToArray();
        return new Box(latitudes.Min(), latitudes.Max(), longitudes.Min(), longitudes.Max(),
            latitudes.Min(Math.Cos), people.Max(ReachKm) + 1e-6, perKm, once);
    }

    /// <summary>Kilometres as the crow flies beyond which she is too far for certain, but for the other place's spread.</summary>
    internal double ReachKm(Candidate who) =>
        (who.TravelBudget.TotalMinutes - Travel.FixedMinutes(who.Mode)) / (Kept * MinutesPerKm(who.Mode))
        + NineInTen / Kept * who.Home.SpreadKm(_communes);

    private static double MinutesPerKm(TravelMode mode) => 60 * Travel.DetourFactor / Travel.SpeedKmh(mode);
}
