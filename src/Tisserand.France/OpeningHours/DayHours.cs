using System.Globalization;
using NodaTime;

namespace Tisserand.France;

/// <summary>Hours of one day, from inclusive, until exclusive.</summary>
/// <param name="FromMinute">Minutes since midnight, 0 to 1439.</param>
/// <param name="UntilMinute">Minutes since midnight, after <paramref name="FromMinute"/>, at most 1440 (24:00).</param>
public readonly record struct DayHours(int FromMinute, int UntilMinute)
{
    /// <summary>What a day named without hours means: 08:00–21:00.</summary>
    public static DayHours Usual { get; } = new(8 * 60, 21 * 60);

    public LocalTime From => LocalTime.FromMinutesSinceMidnight(FromMinute);

    /// <summary>The end; midnight when it is 24:00, the end of the day.</summary>
    public LocalTime Until => LocalTime.FromMinutesSinceMidnight(UntilMinute % 1440);

    public int Minutes => UntilMinute - FromMinute;

    public bool Contains(LocalTime time) => FromMinute <= Minute(time) && Minute(time) < UntilMinute;

    /// <summary>"08:00-12:00".</summary>
    public override string ToString() => $"{Clock(FromMinute)}-{Clock(UntilMinute)}";

    /// <summary>Sorted, and joined where they touch or overlap.</summary>
    internal static DayHours[] Merged(IEnumerable<DayHours> hours)
    {
        var merged = new List<DayHours>();
        foreach (var next in hours.OrderBy(h => h.FromMinute).ThenBy(h => h.UntilMinute))
            if (merged.Count > 0 && next.FromMinute <= merged[^1].UntilMinute)
                merged[^1] = merged[^1] with { UntilMinute = Math.Max(merged[^1].UntilMinute, next.UntilMinute) };
            else merged.Add(next);
        return [.. merged];
    }

    private static int Minute(LocalTime time) => time.Hour * 60 + time.Minute;

    private static string Clock(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
