namespace Tisserand.France;

/// <summary>A point on Earth, WGS84.</summary>
public readonly record struct GeoPoint(double LatitudeDegrees, double LongitudeDegrees)
{
    /// <summary>Mean Earth radius (IUGG), the one of the plan format.</summary>
    public const double EarthRadiusKm = 6371.0088;

    /// <summary>Great-circle distance in kilometres (haversine).</summary>
    public double KilometresTo(GeoPoint other)
    {
        var lat1 = double.DegreesToRadians(LatitudeDegrees);
        var lat2 = double.DegreesToRadians(other.LatitudeDegrees);
        var dLat = Math.Sin((lat2 - lat1) / 2);
        var dLon = Math.Sin(double.DegreesToRadians(other.LongitudeDegrees - LongitudeDegrees) / 2);
        var h = dLat * dLat + Math.Cos(lat1) * Math.Cos(lat2) * dLon * dLon;
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
