using NodaTime;

namespace Tisserand.Matching;

/// <summary>A span in Unix ticks (100 ns); whether its ends belong to it is said where it is used.</summary>
internal readonly record struct TickSpan(long From, long Until)
{
    /// <summary>Longer than any horizon, short enough to be added to without overflow.</summary>
    public static readonly TickSpan Always = new(long.MinValue / 4, long.MaxValue / 4);

    public static TickSpan Of(Interval interval) => new(
        interval.HasStart ? interval.Start.ToUnixTimeTicks() : Always.From,
        interval.HasEnd ? interval.End.ToUnixTimeTicks() : Always.Until);

    /// <summary>The same time as a list in order, touching and overlapping spans joined.</summary>
    public static TickSpan[] Joined(IEnumerable<Interval> intervals)
    {
        var joined = new List<TickSpan>();
        foreach (var next in intervals.Select(Of).Order(ByStart))
        {
            if (joined.Count > 0 && next.From <= joined[^1].Until)
                joined[^1] = joined[^1] with { Until = Math.Max(joined[^1].Until, next.Until) };
            else
                joined.Add(next);
        }
        return [.. joined];
    }

    private static readonly Comparer<TickSpan> ByStart =
        Comparer<TickSpan>.Create((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.Until.CompareTo(b.Until));
}
