using NodaTime;
using Tisserand.France;

namespace Tisserand.Simulation.Town;

/// <summary>Nine to noon and two to five on working days: when a coordinator is there.</summary>
public sealed class OfficeHours(FrenchCalendar calendar, DateTimeZone zone)
{
    private static readonly (LocalTime From, LocalTime Until)[] Spans = [(new(9, 0), new(12, 0)), (new(14, 0), new(17, 0))];

    public bool IsOpen(Instant at)
    {
        var local = at.InZone(zone).LocalDateTime;
        return calendar.IsWorkingDay(local.Date) && Spans.Any(s => local.TimeOfDay >= s.From && local.TimeOfDay < s.Until);
    }

    /// <summary>When a day's office would open, were it a working day.</summary>
    public Instant StartOf(LocalDate day) => zone.AtLeniently(day + Spans[0].From).ToInstant();

    /// <summary>The local day of an instant.</summary>
    public LocalDate DayOf(Instant at) => at.InZone(zone).Date;

    /// <summary>The instant after that much time of presence; time out of office does not count.</summary>
    public Instant After(Instant at, Duration presence)
    {
        var local = at.InZone(zone).LocalDateTime;
        for (var day = local.Date; ; day = day.PlusDays(1))
        {
            if (!calendar.IsWorkingDay(day)) continue;
            foreach (var (from, until) in Spans)
            {
                var start = Instant.Max(at, zone.AtLeniently(day + from).ToInstant());
                var left = zone.AtLeniently(day + until).ToInstant() - start;
                if (left <= Duration.Zero) continue;
                if (presence < left) return start + presence;
                presence -= left;
            }
        }
    }
}
