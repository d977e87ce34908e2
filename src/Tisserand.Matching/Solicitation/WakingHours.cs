using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>When something may happen (a question leaves, a coordinator is on duty), and arithmetic in that time alone.</summary>
/// <remarks>Spans are half-open. They are worked out day by day in local time, so an hour that summer time skips or
/// repeats counts as it was lived. Each question costs O(days looked at).</remarks>
public sealed class WakingHours
{
    /// <summary>Days without any open span after which nothing more is expected.</summary>
    private const int LongestClosed = 400;

    private readonly DateTimeZone _zone;
    private readonly Func<LocalDate, IEnumerable<Interval>> _on;

    private WakingHours(DateTimeZone zone, Func<LocalDate, IEnumerable<Interval>> on) => (_zone, _on) = (zone, on);

    /// <summary>The same hours each day.</summary>
    /// <param name="hours">Local hours and the kinds of days they hold on.</param>
    /// <param name="zone">Zone in which they are said.</param>
    /// <param name="isPublicHoliday">Which dates are public holidays there.</param>
    public static WakingHours Daily(DailyHours hours, DateTimeZone zone, Func<LocalDate, bool> isPublicHoliday) => new(zone, date =>
    {
        if (!hours.IsOpenOn(date, isPublicHoliday)) return [];
        var last = hours.Until == LocalTime.Midnight ? date.PlusDays(1) : date;
        var (from, until) = (zone.AtLeniently(date + hours.From).ToInstant(), zone.AtLeniently(last + hours.Until).ToInstant());
        return from < until ? [new Interval(from, until)] : [];
    });

    /// <summary>Any other hours, such as a duty roster's.</summary>
    /// <param name="zone">Zone of the dates.</param>
    /// <param name="on">Bounded spans that begin on a date, in any order; they may touch, overlap, and end after midnight, within the next day.</param>
    public static WakingHours Of(DateTimeZone zone, Func<LocalDate, IEnumerable<Interval>> on) => new(zone, on);

    public DateTimeZone Zone => _zone;

    public bool IsWaking(Instant at) => NextWaking(at) == at;

    /// <summary>The earliest waking instant from <paramref name="from"/> on, itself included; null when none comes for 400 days.</summary>
    public Instant? NextWaking(Instant from)
    {
        foreach (var span in SpansFrom(from)) return span.Start;
        return null;
    }

    /// <summary>Waking time from one instant to a later one; zero when the second is not later.</summary>
    public Duration WakingTimeBetween(Instant from, Instant until)
    {
        var sum = Duration.Zero;
        foreach (var span in SpansFrom(from))
        {
            if (span.Start >= until) break;
            sum += Instant.Min(span.End, until) - span.Start;
        }

        return sum;
    }

    /// <summary>The earliest instant until which <paramref name="waking"/> of waking time has passed; null when it never does.</summary>
    /// <remarks>It may be the very end of a span: 8:30–20:30, from 20:00, half an hour leads to 20:30, not to the next morning.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public Instant? AddWaking(Instant from, Duration waking)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(waking, Duration.Zero);
        if (waking == Duration.Zero) return from;
        foreach (var span in SpansFrom(from))
        {
            if (span.Duration >= waking) return span.Start + waking;
            waking -= span.Duration;
        }

        return null;
    }

    /// <summary>Open spans in order, without their overlaps, cut off before <paramref name="from"/>.</summary>
    private IEnumerable<Interval> SpansFrom(Instant from)
    {
        var covered = from;
        var closedDays = 0;
        for (var date = from.InZone(_zone).Date.PlusDays(-1); closedDays < LongestClosed; date = date.PlusDays(1))
        {
            closedDays++;
            foreach (var span in _on(date).OrderBy(s => s.Start))
            {
                if (span.End <= covered) continue;
                yield return new Interval(Instant.Max(span.Start, covered), span.End);
                covered = span.End;
                closedDays = 0;
            }
        }
    }
}
