using System.Collections.Concurrent;
using NodaTime;

namespace Tisserand.France;

/// <summary>What kind of day it is, somewhere in France. Safe from any thread.</summary>
/// <param name="variant">Which public holidays hold there.</param>
/// <param name="zone">Its school zone; null in Corsica and overseas.</param>
/// <param name="schoolHolidays">The table of school holidays to look in.</param>
public sealed class FrenchCalendar(HolidayVariant variant, SchoolZone? zone, SchoolHolidays schoolHolidays)
{
    private readonly ConcurrentDictionary<int, IReadOnlyList<PublicHoliday>> _years = new();

    /// <summary>The calendar of a commune.</summary>
    public static FrenchCalendar Of(Commune commune, SchoolHolidays schoolHolidays) =>
        new(HolidayVariants.Of(commune), SchoolZones.OfDepartement(commune.Departement), schoolHolidays);

    public HolidayVariant Variant => variant;

    public SchoolZone? Zone => zone;

    public SchoolHolidays SchoolHolidays => schoolHolidays;

    public bool IsPublicHoliday(LocalDate date) => PublicHolidayName(date) is not null;

    /// <summary>The French name of the public holiday, null on other days; two on one day are joined with "et".</summary>
    public string? PublicHolidayName(LocalDate date)
    {
        string? name = null;
        foreach (var holiday in _years.GetOrAdd(date.Year, static (year, v) => PublicHolidays.Of(year, v), variant))
            if (holiday.Date == date) name = name is null ? holiday.Name : $"{name} et {holiday.Name}";
        return name;
    }

    /// <summary>Whether the day is known to be a school holiday; false also when nothing is known of it.</summary>
    public bool IsSchoolHoliday(LocalDate date) => zone is { } z && schoolHolidays.Contains(z, date) == true;

    /// <summary>Whether <see cref="IsSchoolHoliday"/> rests on a loaded school year.</summary>
    public bool KnowsSchoolHolidays(LocalDate date) => zone is { } z && schoolHolidays.Contains(z, date) is not null;

    /// <summary>Monday to Friday, not a public holiday (« jour ouvré »).</summary>
    public bool IsWorkingDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !IsPublicHoliday(date);
}
