using System.Globalization;
using NodaTime;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.Web.Pages.Coordination;

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

    public static GridTyped Of(Volunteer who)
    {
        var read = who.Hours.Length > 0 && OpeningHours.Parse(who.Hours) is OpeningHoursReading.Read hours ? hours.Value : null;
        var grid = read is null ? null : WeeklyGrid.From(read);
        return new GridTyped
        {
            Ticks = grid is not { } known ? [] : [.. Days().SelectMany(d => Parts.Where(p => known.Has(d, p)).Select(p => Tick(d, p)))],
            NotInSchoolHolidays = grid?.NotInSchoolHolidays ?? false, NotOnPublicHolidays = grid?.NotOnPublicHolidays ?? false,
            EveryOtherWeekFrom = who.EveryOtherWeekFrom?.ToString("dd/MM/uuuu", CultureInfo.InvariantCulture),
            SaysMore = read is not null && grid is null,
        };
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
