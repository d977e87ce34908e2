using System.Globalization;
using NodaTime;
using Tisserand.France;

namespace Tisserand.Web.Forms;

/// <summary>The boxes of a week as ticked: « 1-Morning » is Monday morning.</summary>
public sealed class GridTyped
{
    public static IReadOnlyList<DayParts> Parts { get; } = [DayParts.Morning, DayParts.Afternoon, DayParts.Evening];

    public List<string> Ticks { get; set; } = [];

    public bool NotInSchoolHolidays { get; set; }

    public bool NotOnPublicHolidays { get; set; }

    public string? EveryOtherWeekFrom { get; set; }

    /// <summary>Her present hours say more than boxes can.</summary>
    public bool SaysMore { get; private set; }

    public static string Tick(IsoDayOfWeek day, DayParts part) => $"{(int)day}-{part}";

    /// <param name="hours">In the notation; empty when nothing is known.</param>
    /// <param name="everyOtherWeekFrom">A day of a week in which she is free, one week in two.</param>
    public static GridTyped Of(string hours, LocalDate? everyOtherWeekFrom)
    {
        var read = hours.Length > 0 && OpeningHours.Parse(hours) is OpeningHoursReading.Read known ? known.Value : null;
        var grid = read is null ? null : WeeklyGrid.From(read);
        return new GridTyped
        {
            Ticks = grid is not { } boxes ? [] : [.. Days().SelectMany(d => Parts.Where(p => boxes.Has(d, p)).Select(p => Tick(d, p)))],
            NotInSchoolHolidays = grid?.NotInSchoolHolidays ?? false, NotOnPublicHolidays = grid?.NotOnPublicHolidays ?? false,
            EveryOtherWeekFrom = everyOtherWeekFrom?.ToString("dd/MM/uuuu", CultureInfo.InvariantCulture),
            SaysMore = read is not null && grid is null,
        };
    }

    /// <summary>When somebody is free, in the reader's language; null when nothing is known.</summary>
    public static string? InWords(string hours, LocalDate? from, LocalDate? until, LocalDate? everyOtherWeekFrom)
    {
        if (hours.Length == 0 || OpeningHours.Parse(hours) is not OpeningHoursReading.Read read) return null;
        var free = new Availability(read.Value, from, until?.PlusDays(1), everyOtherWeekFrom);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? free.ToEnglish() : free.ToFrench();
    }

    /// <returns>In the notation; null when nothing is ticked.</returns>
    public string? Hours()
    {
        var grid = new WeeklyGrid(NotInSchoolHolidays, NotOnPublicHolidays);
        foreach (var day in Days())
            foreach (var part in Parts.Where(p => Ticks.Contains(Tick(day, p)))) grid = grid.With(day, part);
        return grid.IsEmpty ? null : grid.ToOpeningHours().ToString();
    }

    public static IEnumerable<IsoDayOfWeek> Days()
    {
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++) yield return day;
    }
}
