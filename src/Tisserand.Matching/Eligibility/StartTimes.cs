using NodaTime;
using Tisserand.France;

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
    public static TickSpan ForbiddenBy(in Commitment commitment, TravelMode mode, Need need, CommuneTable communes)
    {
        var before = Gap(communes, need.To, commitment.From, mode) + need.Booked;
        var after = Gap(communes, commitment.To, need.From, mode);
        var when = TickSpan.Of(commitment.When);
        return new(when.From - before.BclCompatibleTicks, when.Until + after.BclCompatibleTicks);
    }

    /// <summary>Between two engagements nobody travels longer; those further apart never disturb each other.</summary>
    public static readonly Duration LongestGap = Duration.FromHours(12);

    /// <summary>Time to keep between two engagements, in whole minutes.</summary>
    private static Duration Gap(CommuneTable communes, Place from, Place to, TravelMode mode) => Duration.FromMinutes(
        (long)Math.Ceiling(Math.Min(Travel.Between(communes, from, to, mode).Minutes, LongestGap.TotalMinutes)));

    /// <summary>Starts that a full week forbids: every instant of it, its first included.</summary>
    public static TickSpan ForbiddenBy(in VisitWeek week)
    {
        var span = TickSpan.Of(week.Week);
        return span with { From = span.From - 1 };
    }
}
