using NodaTime;
using Tisserand.France;
using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>Days with a name, and school holidays.</summary>
internal static class Feasts
{
    /// <summary>The day of a feast in a year.</summary>
    public static LocalDate Of(Feast feast, int year)
    {
        var easter = PublicHolidays.EasterSunday(year);
        return feast switch
        {
            Feast.NewYear => new(year, 1, 1),
            Feast.Epiphany => new(year, 1, 6),
            Feast.Candlemas => new(year, 2, 2),
            Feast.Valentine => new(year, 2, 14),
            Feast.ShroveTuesday => easter.PlusDays(-47),
            Feast.AshWednesday => easter.PlusDays(-46),
            Feast.PalmSunday => easter.PlusDays(-7),
            Feast.GoodFriday => easter.PlusDays(-2),
            Feast.Easter => easter,
            Feast.EasterMonday => easter.PlusDays(1),
            Feast.Labour => new(year, 5, 1),
            Feast.Victory => new(year, 5, 8),
            Feast.Ascension => easter.PlusDays(39),
            Feast.Pentecost => easter.PlusDays(49),
            Feast.WhitMonday => easter.PlusDays(50),
            Feast.Mothers => Mothers(year, easter.PlusDays(49)),
            Feast.Fathers => Nth(year, 6, IsoDayOfWeek.Sunday, 3)!.Value,
            Feast.Music => new(year, 6, 21),
            Feast.SaintJohn => new(year, 6, 24),
            Feast.National => new(year, 7, 14),
            Feast.Assumption => new(year, 8, 15),
            Feast.AllSaints => new(year, 11, 1),
            Feast.AllSouls => new(year, 11, 2),
            Feast.Armistice => new(year, 11, 11),
            Feast.ChristmasEve => new(year, 12, 24),
            Feast.Christmas => new(year, 12, 25),
            _ => new(year, 12, 31),
        };
    }

    /// <summary>The nth weekday of a month, the last for −1; null when the month has no fifth.</summary>
    public static LocalDate? Nth(int year, int month, IsoDayOfWeek day, int nth)
    {
        var rule = new NthWeekday(day, nth);
        for (var d = 1; d <= CalendarSystem.Iso.GetDaysInMonth(year, month); d++)
            if (rule.Matches(new(year, month, d))) return new(year, month, d);
        return null;
    }

    /// <summary>The school holiday of that name that is on or comes next; null when the calendar does not know it.</summary>
    public static SchoolHolidayPeriod? Next(SchoolBreak holiday, LocalDate today, int? year, FrenchCalendar calendar)
    {
        var name = holiday switch
        {
            SchoolBreak.Autumn => "Toussaint",
            SchoolBreak.YearEnd => "Noël",
            SchoolBreak.Winter => "hiver",
            SchoolBreak.Spring => "printemps",
            _ => "été",
        };
        return calendar.Zone is not { } zone ? null : calendar.SchoolHolidays.Periods.FirstOrDefault(p =>
            p.Zone == zone && p.Last >= today && (year is null || p.First.Year == year) && p.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The last Sunday of May, a week later when that is Pentecost (Code de l'action sociale et des familles, D215-1).</summary>
    private static LocalDate Mothers(int year, LocalDate pentecost) =>
        Nth(year, 5, IsoDayOfWeek.Sunday, -1) is { } last && last != pentecost ? last : pentecost.PlusWeeks(1);
}
