using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>Where each block of 64 neighbours lives, how far its people go and how fast the fastest is.</summary>
internal sealed class Blocks
{
    private const double Margin = 1e-9;          // rounding never turns a lower bound into a wrong one
    private readonly Box[] _boxes;

    private readonly record struct Box(
        double South, double North, double West, double East, double LeastCosine, double ReachKm, double PerKm, double Once);

    public Blocks(Candidate[] people) => _boxes = [.. people.Chunk(64).Select(BoxOf)];

    public int Count => _boxes.Length;

    /// <summary>A distance in km below which nobody of the block lives; null when all live too far to come.</summary>
    public double? WithinReach(int block, in Place place, double latitude, double longitude, double cosine)
    {
        ref readonly var box = ref _boxes[block];
        var reach = box.ReachKm + place.SpreadKm / 2;
        var apart = Math.Max(0, Math.Max(box.South - latitude, latitude - box.North));
        if (apart * GeoPoint.EarthRadiusKm > reach) return null;

        var aside = Math.Max(0, Math.Max(box.West - longitude, longitude - box.East));
        if (Math.Max(box.East - longitude, longitude - box.West) > Math.PI) aside = 0;   // round the far side of the Earth
        var (a, b) = (Math.Sin(apart / 2), Math.Sin(aside / 2));
        var h = a * a + cosine * box.LeastCosine * (b * b);                              // haversine, each part at its least
        var km = 2 * GeoPoint.EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h))) * (1 - Margin);
        return km > reach ? null : km;
    }

    /// <summary>Minutes below which nobody of the block arrives, given the distance.</summary>
    public double LeastMinutes(int block, double km) =>
        (_boxes[block].Once + _boxes[block].PerKm * (Travel.DetourFactor * km)) * (1 - Margin);

    private static Box BoxOf(Candidate[] people)
    {
        var latitudes = people.Select(p => double.DegreesToRadians(p.Home.Point.LatitudeDegrees)).ToArray();
        var longitudes = people.Select(p => double.DegreesToRadians(p.Home.Point.LongitudeDegrees)).ToArray();
        var paces = people.Select(p => Travel.Pace(p.Mode)).ToArray();
        return new Box(
            latitudes.Min(), latitudes.Max(), longitudes.Min(), longitudes.Max(), latitudes.Min(Math.Cos),
            people.Max(ReachKm) + 1e-6, paces.Min(p => p.PerKm), paces.Min(p => p.Fixed));
    }

    /// <summary>Crow-fly kilometres beyond which she is too far for certain, but for half the other place's spread:
    /// minutes − uncertainty ≥ once + pace × km − rounding − pace × spread.</summary>
    private static double ReachKm(Candidate who)
    {
        var (perKm, once) = Travel.Pace(who.Mode);
        return (who.TravelBudget.TotalMinutes - once + Travel.RoundingMinutes) / (perKm * Travel.DetourFactor) + who.Home.SpreadKm / 2;
    }
}
