using NodaTime;
using NodaTime.Calendars;

namespace Tisserand.France;

/// <summary>One rule of opening hours: which days, and their hours.</summary>
public sealed class OpeningRule
{
    /// <param name="dates">Null all year.</param>
    /// <param name="weeks">Empty for every week.</param>
    /// <param name="hours">Null when not said (08:00–21:00), empty for "off".</param>
    public OpeningRule(DaySelector days, IEnumerable<DayHours>? hours, DateRange? dates = null, IEnumerable<WeekRange>? weeks = null)
    {
        Dates = dates;
        Weeks = [.. (weeks ?? []).Distinct().OrderBy(w => w.First).ThenBy(w => w.Last).ThenBy(w => w.Step)];
        Days = days;
        Hours = hours is null ? null : DayHours.Merged(hours);
        if (dates is null && Weeks.Count == 0 && days.IsEveryDay && hours is null) Days = new(Weekdays.All);   // something must be said
    }

    public DateRange? Dates { get; }

    public IReadOnlyList<WeekRange> Weeks { get; }

    public DaySelector Days { get; }

    /// <summary>Sorted and apart; null when not said, empty for "off".</summary>
    public IReadOnlyList<DayHours>? Hours { get; }

    public bool IsOff => Hours is { Count: 0 };

    /// <summary>The hours of a day this rule names.</summary>
    public IReadOnlyList<DayHours> EffectiveHours => Hours ?? [DayHours.Usual];

    /// <summary>Whether the rule names this day. A school holiday that is not known is not one.</summary>
    public bool Names(LocalDate date, FrenchCalendar calendar) =>
        (Dates is null || Dates.Contains(date))
        && (Weeks.Count == 0 || Weeks.Any(w => w.Contains(WeekYearRules.Iso.GetWeekOfWeekYear(date))))
        && Days.Matches(date, calendar);

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
}
