using NodaTime;

namespace Tisserand.Matching;

/// <summary>Journeys estimated from positions: great circle, a detour factor, a pace per mode.</summary>
/// <remarks>Two people of one commune whose streets are not known are as far apart as two of its inhabitants are on
/// average (<see cref="Place.SpreadKm"/>). Every figure shown says "environ" and is rounded to 5 minutes.</remarks>
public static class Travel
{
    /// <summary>Road kilometres per kilometre as the crow flies, usual for French roads outside mountains.</summary>
    public const double DetourFactor = 1.3;

    /// <summary>A figure rounded to 5 minutes is never surer than this.</summary>
    public const double RoundingMinutes = 2.5;

    /// <summary>Between two engagements nobody travels longer; those further apart never disturb each other.</summary>
    public static readonly Duration LongestGap = Duration.FromHours(12);

    /// <summary>Minutes per road kilometre, and minutes to get under way and to park.</summary>
    internal static (double PerKm, double Fixed) Pace(TravelMode mode) => mode switch
    {
        TravelMode.Foot => (60 / 4.5, 0),
        TravelMode.Bicycle => (60 / 14.0, 2),
        TravelMode.PublicTransport => (60 / 22.0, 12),
        TravelMode.Car => (60 / 45.0, 3),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a travel mode."),
    };

    /// <summary>Estimated minutes from one place to another.</summary>
    public static double Minutes(TravelMode mode, Place from, Place to)
    {
        var (perKm, once) = Pace(mode);
        var crow = Math.Max(from.Point.KilometresTo(to.Point), SharedSpreadKm(from, to));
        return once + perKm * (DetourFactor * crow);
    }

    /// <summary>How far off <see cref="Minutes"/> may be, either way.</summary>
    public static double UncertaintyMinutes(TravelMode mode, Place from, Place to) =>
        Math.Max(RoundingMinutes, Pace(mode).PerKm * (DetourFactor * SharedSpreadKm(from, to)));

    /// <summary>The figure people are shown: rounded to 5 minutes, never under 5.</summary>
    public static int About(double minutes) => Math.Max(5, 5 * (int)Math.Round(minutes / 5, MidpointRounding.AwayFromZero));

    /// <summary>Time to keep between two engagements, in whole minutes.</summary>
    public static Duration Gap(TravelMode mode, Place from, Place to)
    {
        var gap = Duration.FromMinutes((long)Math.Ceiling(Math.Min(Minutes(mode, from, to), LongestGap.TotalMinutes)));
        return Duration.Min(gap, LongestGap);
    }

    private static double SharedSpreadKm(Place a, Place b) => (a.SpreadKm + b.SpreadKm) / 2;
}
