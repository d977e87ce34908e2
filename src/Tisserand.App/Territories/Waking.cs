using NodaTime;
using Tisserand.France;

namespace Tisserand.App.Territories;

/// <summary>The hours in which people may be asked: 8:30 to 20:30, neither Sundays nor public holidays.</summary>
public static class Waking
{
    public static readonly LocalTime From = new(8, 30), Until = new(20, 30);

    /// <summary>The first instant, from <paramref name="now"/> on, at which people may be asked.</summary>
    public static Instant Next(Instant now, FrenchCalendar calendar)
    {
        var local = now.Local();
        for (var day = local.Date; ; day = day.PlusDays(1))
        {
            if (day.DayOfWeek == IsoDayOfWeek.Sunday || calendar.IsPublicHoliday(day)) continue;
            if (day > local.Date || local.TimeOfDay < From) return ParisTime.At(day, From);
            if (local.TimeOfDay < Until) return now;
        }
    }
}
