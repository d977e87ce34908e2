using System.Text;
using NodaTime;

namespace Tisserand.France;

/// <summary>The words of one language for opening hours.</summary>
internal interface IOpeningHoursWords
{
    string EveryDay { get; }
    string Never { get; }
    string Except { get; }
    string But { get; }
    string Semicolon { get; }
    string EveryOtherWeekFrom(LocalDate monday);
    string From(LocalDate first);
    string Through(LocalDate last);
    string Days(DaySelector days);
    string Weeks(IReadOnlyList<WeekRange> weeks);
    string Dates(DateRange dates);
    string Hours(IReadOnlyList<DayHours> hours);
    string List(IEnumerable<string> things);
}

/// <summary>Says opening hours in a sentence: rules parted by semicolons, closings as exceptions of what stands before
/// them, and "but" where a rule takes days from an earlier one.</summary>
internal static class OpeningHoursSentence
{
    public static string Of(OpeningHours hours, IOpeningHoursWords words)
    {
        var sentence = new StringBuilder();
        var opened = new List<OpeningRule>();
        var closings = new List<string>();
        foreach (var rule in hours.Rules)
        {
            if (rule.IsOff && rule is { Dates: null, Weeks.Count: 0, Days.IsEveryDay: true })
            {
                // Whatever was said before no longer holds.
                sentence.Clear();
                opened.Clear();
                closings.Clear();
                continue;
            }
            if (rule.IsOff)
            {
                closings.Add(When(rule, words));
                continue;
            }
            Close();
            if (sentence.Length > 0) sentence.Append(words.Semicolon);
            if (opened.Exists(o => MayShareDays(o, rule))) sentence.Append(words.But).Append(' ');
            sentence.Append(When(rule, words)).Append(", ").Append(words.Hours(rule.EffectiveHours));
            opened.Add(rule);
        }
        Close();
        return opened.Count == 0 ? words.Never : sentence.ToString();

        void Close()
        {
            // Before any opening everything is closed already, and a later rule would win over the closing.
            if (closings.Count > 0 && opened.Count > 0) sentence.Append(", ").Append(words.Except).Append(' ').Append(words.List(closings));
            closings.Clear();
        }
    }

    public static string Of(Availability availability, IOpeningHoursWords words)
    {
        var parts = new List<string> { Of(availability.Hours, words) };
        if (availability.EveryOtherWeekFrom is { } week) parts.Add(words.EveryOtherWeekFrom(week.PlusDays(1 - (int)week.DayOfWeek)));
        if (availability.From is { } from) parts.Add(words.From(from));
        if (availability.Until is { } until) parts.Add(words.Through(until.PlusDays(-1)));
        return string.Join(", ", parts);
    }

    private static string When(OpeningRule rule, IOpeningHoursWords words)
    {
        var parts = new List<string>();
        if (!rule.Days.IsEveryDay) parts.Add(words.Days(rule.Days));
        else if (rule.Dates is null && rule.Weeks.Count == 0) parts.Add(words.EveryDay);
        if (rule.Weeks.Count > 0) parts.Add(words.Weeks(rule.Weeks));
        if (rule.Dates is not null) parts.Add(words.Dates(rule.Dates));
        return string.Join(", ", parts);
    }

    /// <summary>False only when no day can belong to both.</summary>
    private static bool MayShareDays(OpeningRule a, OpeningRule b) =>
        (WeekdaysOf(a.Days) & WeekdaysOf(b.Days)) != Weekdays.None
        && Enumerable.Range(1, 53).Any(w => IsIn(a, w) && IsIn(b, w))
        && (a.Dates is null || b.Dates is null || MayOverlap(a.Dates, b.Dates));

    private static bool IsIn(OpeningRule rule, int week) => rule.Weeks.Count == 0 || rule.Weeks.Any(w => w.Contains(week));

    private static Weekdays WeekdaysOf(DaySelector days) => !days.NamesWeekdays ? Weekdays.All
        : days.Nths.Aggregate(days.Weekdays, (set, n) => set | DaySelector.Of(n.Day));

    private static bool MayOverlap(DateRange a, DateRange b)
    {
        // A leap year shows every day that a range of every year can name.
        var (first, days) = (a.First.Year ?? b.First.Year) is { } year
            ? (new LocalDate(year, 1, 1), 366 * (1 + ((a.Last.Year ?? b.Last.Year)!.Value - year)))
            : (new LocalDate(2024, 1, 1), 366);
        return Enumerable.Range(0, days).Select(first.PlusDays).Any(d => a.Contains(d) && b.Contains(d));
    }
}
