using NodaTime;

namespace Tisserand.France;

/// <summary>Turns local hours, day after day, into instants.</summary>
internal static class OpenIntervals
{
    public static IReadOnlyList<Interval> Of(
        LocalDate first, LocalDate last, Func<LocalDate, IReadOnlyList<DayHours>> on, DateTimeZone zone)
    {
        var found = new List<Interval>();
        for (var date = first; date <= last; date = date.PlusDays(1))
            foreach (var hours in on(date))
            {
                var start = At(date, hours.FromMinute, zone);
                var end = At(date, hours.UntilMinute, zone);
                if (start < end) found.Add(new(start, end));
            }
        return Merged(found);
    }

    /// <summary>Sorted, and joined where they touch or overlap.</summary>
    public static IReadOnlyList<Interval> Merged(IEnumerable<Interval> intervals)
    {
        var merged = new List<Interval>();
        foreach (var next in intervals.OrderBy(i => i.Start).ThenBy(i => i.End))
            if (merged.Count > 0 && next.Start <= merged[^1].End)
                merged[^1] = new(merged[^1].Start, Instant.Max(merged[^1].End, next.End));
            else merged.Add(next);
        return merged;
    }

    private static Instant At(LocalDate date, int minute, DateTimeZone zone) =>
        zone.AtLeniently(date.AtMidnight().PlusMinutes(minute)).ToInstant();
}
