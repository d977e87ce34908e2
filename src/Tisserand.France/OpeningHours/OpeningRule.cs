using NodaTime;
using NodaTime.Calendars;

namespace Tisserand.France;

/// <summary>One rule of opening hours: which days, and their hours.</summary>
public sealed class OpeningRule
{
    private static readonly DayHours[] UsualHours = [DayHours.Usual];

    /// <param name="dates">Null all year.</param>
    /// <param name="weeks">Empty for every week.</param>
    /// <param name="hours">Null when not said (08:00–21:00), empty for "off".</param>
    /// <exception cref="ArgumentException">Hours that end before they begin or leave the day.</exception>
    public OpeningRule(DaySelector days, IEnumerable<DayHours>? hours, DateRange? dates = null, IEnumerable<WeekRange>? weeks = null)
    {
        Dates = dates;
        Weeks = [.. (weeks ?? []).Distinct().OrderBy(w => w.First).ThenBy(w => w.Last).ThenBy(w => w.Step)];
        Days = days;
        Hours = hours is null ? null : DayHours.Merged(hours);
        if (Hours is not null && Hours.Any(h => h.FromMinute < 0 || h.Minutes <= 0 || h.UntilMinute > 1440))
            throw new ArgumentException("Hours lie within one day and end after they begin.", nameof(hours));
        if (dates is null && Weeks.Count == 0 && days.IsEveryDay && hours is null) Days = new(Weekdays.All);   // something must be said
    }

    public DateRange? Dates { get; }

    public IReadOnlyList<WeekRange> Weeks { get; }

    public DaySelector Days { get; }

    /// <summary>Sorted and apart; null when not said, empty for "off".</summary>
    public IReadOnlyList<DayHours>? Hours { get; }

    public bool IsOff => Hours is { Count: 0 };

    /// <summary>The hours of a day this rule names.</summary>
    public IReadOnlyList<DayHours> EffectiveHours => Hours ?? UsualHours;

    /// <summary>Whether the rule names this day. A school holiday that is not known is not one.</summary>
    public bool Names(LocalDate date, FrenchCalendar calendar) =>
        Days.Matches(date, calendar)
        && (Dates is null || Dates.Contains(date))
        && (Weeks.Count == 0 || IsInWeeks(WeekYearRules.Iso.GetWeekOfWeekYear(date)));

    public override string ToString()
    {
        var parts = new[]
        {
            Dates?.ToString() ?? "",
            Weeks.Count == 0 ? "" : "week " + string.Join(',', Weeks),
            Days.ToString(),
            Hours is null ? "" : IsOff ? "off" : string.Join(',', Hours),
        };
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    private bool IsInWeeks(int week)
    {
        foreach (var range in Weeks)
            if (range.Contains(week)) return true;
        return false;
    }
}
