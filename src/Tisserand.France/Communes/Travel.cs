namespace Tisserand.France;

/// <summary>Estimates journeys from communes and streets, without a road map.</summary>
/// <remarks>
/// <para>Two people of one commune without both streets are 0.52 × √area apart, the mean distance of two random
/// points of a square (0.5214; Santaló 1976, Integral Geometry and Geometric Probability). No detour is added:
/// people live closer together than chance would put them. Otherwise the distance runs from point to point,
/// street or commune, times <see cref="DetourFactor"/>.</para>
/// <para>A commune's point stands for somebody who lives anywhere in a disc of the same area, of radius
/// R = √(area / π): along the road her position spreads by R / 2 (standard deviation of a coordinate in a uniform
/// disc). Two random points of a square have a distance that spreads by 0.248 × √area. Roads and traffic add
/// <see cref="RoadSpread"/> of the time. The uncertainty is 1.645 standard deviations: nine cases in ten.</para>
/// </remarks>
public static class Travel
{
    /// <summary>Road length over straight line. A choice of ours, the one of the plan format's example; routes
    /// measured around a cooperative may replace it.</summary>
    public const double DetourFactor = 1.3;

    /// <summary>Mean distance of two random points in a square of unit area.</summary>
    public const double MeanDistanceInUnitSquare = 0.52;

    /// <summary>Spread of a travel time that comes from roads and traffic, as a share of it. A choice of ours.</summary>
    public const double RoadSpread = 0.10;

    /// <summary>Area taken for a commune whose own is unknown: about the median French commune.</summary>
    public const double UsualKm2 = 11;

    private const double DistanceSpreadInUnitSquare = 0.248;
    private const double NineInTen = 1.645;

    /// <summary>Door-to-door speed in km/h. Choices of ours for small towns and country roads: 40 by car, 14 by
    /// bicycle, 4.5 on foot (a brisk senior), 20 by bus between stops.</summary>
    public static double SpeedKmh(TravelMode mode) => mode switch
    {
        TravelMode.Car => 40,
        TravelMode.Bicycle => 14,
        TravelMode.Foot => 4.5,
        TravelMode.Bus => 20,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>Minutes that do not depend on the distance: leaving and parking, or walking to a stop and waiting.</summary>
    public static double FixedMinutes(TravelMode mode) => mode switch
    {
        TravelMode.Car => 3,
        TravelMode.Bicycle => 2,
        TravelMode.Foot => 0,
        TravelMode.Bus => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>The one-way journey from <paramref name="a"/> to <paramref name="b"/>; the same both ways.</summary>
    /// <returns>An estimate whose <see cref="TravelEstimate.IsKnown"/> is false when a position is missing (an
    /// INSEE code that has left the table, or a collectivity without coordinates).</returns>
    public static TravelEstimate Between(CommuneTable table, Place a, Place b, TravelMode mode)
    {
        if (a.Street is { } from && b.Street is { } to)
            return Estimate(from.KilometresTo(to) * DetourFactor, 0, mode, isApproximate: false);

        var (ofA, ofB) = (table.Find(a.Insee), table.Find(b.Insee));
        if (ofA is not null && ofA == ofB)
        {
            var side = Math.Sqrt(ofA.Km2 ?? UsualKm2);
            return Estimate(MeanDistanceInUnitSquare * side, DistanceSpreadInUnitSquare * side, mode, isApproximate: true);
        }
        if ((a.Street ?? ofA?.Point) is not { } start || (b.Street ?? ofB?.Point) is not { } end)
            return Unknown(mode);

        var spread = Math.Sqrt(Variance(a, ofA) + Variance(b, ofB));
        return Estimate(start.KilometresTo(end) * DetourFactor, spread * DetourFactor, mode, isApproximate: true);
    }

    private static double Variance(Place place, Commune? commune) =>
        place.Street is not null ? 0 : (commune?.Km2 ?? UsualKm2) / Math.PI / 4;         // (R / 2)²

    private static TravelEstimate Estimate(double km, double spreadKm, TravelMode mode, bool isApproximate)
    {
        var moving = 60 * km / SpeedKmh(mode);
        var place = 60 * spreadKm / SpeedKmh(mode);
        var road = RoadSpread * moving;
        var minutes = moving + FixedMinutes(mode);
        return new(km, minutes, About(minutes), NineInTen * Math.Sqrt(place * place + road * road), isApproximate);
    }

    private static TravelEstimate Unknown(TravelMode mode)
    {
        const double UsualKm = 15;                                     // shown to nobody: IsKnown is false
        var minutes = 60 * UsualKm / SpeedKmh(mode) + FixedMinutes(mode);
        return new(UsualKm, minutes, About(minutes), double.PositiveInfinity, true);
    }

    private static int About(double minutes) => Math.Max(5, 5 * (int)Math.Round(minutes / 5, MidpointRounding.AwayFromZero));
}
