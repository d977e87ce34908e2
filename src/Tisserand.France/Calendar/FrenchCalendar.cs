using System.Collections.Concurrent;
using NodaTime;

namespace Tisserand.France;

/// <summary>What kind of day it is, somewhere in France. Safe from any thread.</summary>
/// <param name="variant">Which public holidays hold there.</param>
/// <param name="zone">Its school zone; null in Corsica and overseas.</param>
/// <param name="schoolHolidays">The table of school holidays to look in.</param>
public sealed class FrenchCalendar(HolidayVariant variant, SchoolZone? zone, SchoolHolidays schoolHolidays)
{
    // A volunteer's hours are asked for day by day, thousands of people at a time: each year is laid out once.
    private readonly ConcurrentDictionary<int, HolidayKinds[]> _years = new();

    /// <summary>The calendar of a commune.</summary>
    public static FrenchCalendar Of(Commune commune, SchoolHolidays schoolHolidays) =>
        new(HolidayVariants.Of(commune), SchoolZones.OfDepartement(commune.Departement), schoolHolidays);

    public HolidayVariant Variant => variant;

    public SchoolZone? Zone => zone;

    public SchoolHolidays SchoolHolidays => schoolHolidays;

    public bool IsPublicHoliday(LocalDate date) => (Kinds(date) & HolidayKinds.Public) != 0;

    /// <summary>The French name of the public holiday, null on other days; two on one day are joined with "et".</summary>
    public string? PublicHolidayName(LocalDate date) => !IsPublicHoliday(date) ? null
        : string.Join(" et ", PublicHolidays.Of(date.Year, variant).Where(h => h.Date == date).Select(h => h.Name));

    /// <summary>Whether the day is known to be a school holiday; false also when nothing is known of it.</summary>
    public bool IsSchoolHoliday(LocalDate date) => (Kinds(date) & HolidayKinds.School) != 0;

    /// <summary>Whether <see cref="IsSchoolHoliday"/> rests on a loaded school year.</summary>
    public bool KnowsSchoolHolidays(LocalDate date) => zone is { } z && schoolHolidays.Contains(z, date) is not null;

    /// <summary>Monday to Friday, not a public holiday (« jour ouvré »).</summary>
    public bool IsWorkingDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !IsPublicHoliday(date);

    private HolidayKinds Kinds(LocalDate date) =>
        _years.GetOrAdd(date.Year, static (year, calendar) => calendar.LayOut(year), this)[date.DayOfYear - 1];

    private HolidayKinds[] LayOut(int year)
    {
        var days = new HolidayKinds[CalendarSystem.Iso.GetDaysInYear(year)];
        foreach (var holiday in PublicHolidays.Of(year, variant)) days[holiday.Date.DayOfYear - 1] |= HolidayKinds.Public;
        var first = new LocalDate(year, 1, 1);
        for (var i = 0; i < days.Length; i++)
            if (zone is { } z && schoolHolidays.At(z, first.PlusDays(i)) is not null) days[i] |= HolidayKinds.School;
        return days;
    }
}

/// <summary>Kinds of holidays, as a set.</summary>
[Flags]
public enum HolidayKinds { None = 0, School = 1, Public = 2 }
