using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>Where somebody is, and how well that is known.</summary>
/// <param name="Point">Street position when known, else the point of the commune.</param>
/// <param name="SpreadKm">0 for a known street position; for a commune the mean distance of two of its
/// inhabitants, see <see cref="CommuneSpreadKm"/>.</param>
public readonly record struct Place(GeoPoint Point, double SpreadKm = 0)
{
    /// <summary>Mean distance of two inhabitants of a commune, in km: 0.52 × √(area), the mean distance of two
    /// points of a square.</summary>
    public static double CommuneSpreadKm(double areaKm2) => 0.52 * Math.Sqrt(Math.Max(0, areaKm2));
}
