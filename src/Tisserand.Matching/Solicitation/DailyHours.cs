using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>The same hours each day, in local time; a person's own choice is said with <c>with</c>.</summary>
/// <param name="From">First minute, included.</param>
/// <param name="Until">Last minute, excluded; midnight means the end of the day.</param>
/// <param name="Saturdays">Open on Saturdays.</param>
/// <param name="Sundays">Open on Sundays.</param>
/// <param name="PublicHolidays">Open on public holidays; one that falls on a Sunday needs both.</param>
public sealed record DailyHours(LocalTime From, LocalTime Until, bool Saturdays, bool Sundays, bool PublicHolidays)
{
    /// <summary>Questions "would you help?": 8:30–20:30, not on Sundays or public holidays, unless the person chose otherwise.</summary>
    public static DailyHours Solicitation { get; } = new(new(8, 30), new(20, 30), Saturdays: true, Sundays: false, PublicHolidays: false);

    /// <summary>Messages about an agreed visit: 7:00–22:00, every day.</summary>
    public static DailyHours AgreedVisit { get; } = new(new(7, 0), new(22, 0), Saturdays: true, Sundays: true, PublicHolidays: true);

    /// <summary>A human voice on the telephone: 9:00–19:00, not on Sundays or public holidays.</summary>
    public static DailyHours Call { get; } = new(new(9, 0), new(19, 0), Saturdays: true, Sundays: false, PublicHolidays: false);

    /// <summary>The same hours on Sundays and public holidays too.</summary>
    public DailyHours EveryDay => this with { Saturdays = true, Sundays = true, PublicHolidays = true };

    internal bool IsOpenOn(LocalDate date, Func<LocalDate, bool> isPublicHoliday) =>
        date.DayOfWeek switch { IsoDayOfWeek.Saturday => Saturdays, IsoDayOfWeek.Sunday => Sundays, _ => true }
        && (PublicHolidays || !isPublicHoliday(date));
}
