namespace Tisserand.Matching;

/// <summary>When a visit can begin, given when it is wanted, when she is free and what stands in the way.</summary>
internal static class StartTimes
{
    /// <summary>The earliest start; null when there is none.</summary>
    /// <param name="windows">Wanted starts, both ends included, in order.</param>
    /// <param name="free">Free spans, in order and not touching: the whole visit must lie in one.</param>
    /// <param name="forbidden">Starts that collide with something, ends excluded, in any order.</param>
    /// <param name="length">Time booked, in ticks.</param>
    /// <remarks>O(windows × free × forbidden²), all of them a handful.</remarks>
    public static long? Earliest(
        ReadOnlySpan<TickSpan> windows, ReadOnlySpan<TickSpan> free, ReadOnlySpan<TickSpan> forbidden, long length)
    {
        long? earliest = null;
        foreach (var window in windows)
        {
            foreach (var span in free)
            {
                if (span.Until - length < window.From) continue;
                if (span.From > window.Until) break;
                var start = PushedPast(Math.Max(window.From, span.From), forbidden);
                if (start > Math.Min(window.Until, span.Until - length)) continue;
                if (earliest is null || start < earliest) earliest = start;
                break;
            }
        }
        return earliest;
    }

    private static long PushedPast(long start, ReadOnlySpan<TickSpan> forbidden)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var span in forbidden)
            {
                if (start <= span.From || start >= span.Until) continue;
                start = span.Until;
                moved = true;
            }
        }
        return start;
    }

    /// <summary>Starts that a commitment forbids: the visit and the journey between must fit before or after it.</summary>
    public static TickSpan ForbiddenBy(in Commitment commitment, TravelMode mode, Need need)
    {
        var before = Travel.Gap(mode, need.To, commitment.From) + need.Booked;
        var after = Travel.Gap(mode, commitment.To, need.From);
        var when = TickSpan.Of(commitment.When);
        return new(when.From - before.BclCompatibleTicks, when.Until + after.BclCompatibleTicks);
    }

    /// <summary>Starts that a full week forbids: every instant of it, its first included.</summary>
    public static TickSpan ForbiddenBy(in VisitWeek week)
    {
        var span = TickSpan.Of(week.Week);
        return span with { From = span.From - 1 };
    }
}
