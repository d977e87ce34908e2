using System.Globalization;
using System.Resources;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using Tisserand.France;

namespace Tisserand.App.Requests.Series;

/// <summary>The rhythm of a series: an RFC 5545 rule in days, without times (<c>FREQ=WEEKLY;BYDAY=TH</c>).</summary>
public static class SeriesRule
{
    private static readonly ResourceManager Texts = new("Tisserand.App.Requests.Series.SeriesTexts", typeof(SeriesRule).Assembly);

    /// <summary>A rule of days, weeks, months or years that sets no hour of its own.</summary>
    public static bool IsUnderstood(string rule) => Parse(rule) is not null;

    /// <summary>The days of the rule between two days, both included, in order.</summary>
    /// <param name="rule">An understood rule.</param>
    /// <param name="first">Where the rhythm begins: "one week in two" counts from its week.</param>
    /// <param name="from">Nothing earlier is returned, nor anything before <paramref name="first"/>.</param>
    /// <param name="until">Nothing later is returned.</param>
    /// <exception cref="ArgumentException">The rule is not understood.</exception>
    public static IReadOnlyList<LocalDate> Days(string rule, LocalDate first, LocalDate from, LocalDate until)
    {
        var pattern = Parse(rule) ?? throw new ArgumentException("This rule is not understood.", nameof(rule));
        var beginning = new CalendarEvent { Start = Of(first), RecurrenceRule = pattern };
        return [.. beginning.GetOccurrences(Of(LocalDate.Max(first, from)))
            .Select(o => LocalDate.FromDateOnly(o.Period.StartTime.Date))
            .TakeWhile(day => day <= until)
            .Where(day => day >= first && day >= from)];
    }

    /// <summary>« chaque mardi à 14 h », in the reader's language.</summary>
    public static string Say(string rule, LocalDate first, LocalTime at, CultureInfo language)
    {
        var pattern = Parse(rule);
        var days = pattern?.ByDay is { Count: > 0 } byDay ? byDay.Select(d => Name(d.DayOfWeek, language)) : [Name(first.ToDateOnly().DayOfWeek, language)];
        var time = language.TwoLetterISOLanguageName == "en" ? EnglishText.Time(at) : FrenchText.Time(at);
        var (key, what) = pattern switch
        {
            { Frequency: FrequencyType.Daily, Interval: 1 } => ("EveryDay", ""),
            { Frequency: FrequencyType.Weekly, Interval: 1 } => ("EveryWeek", Joined(days, language)),
            { Frequency: FrequencyType.Weekly, Interval: 2 } => ("EveryOtherWeek", Joined(days, language)),
            { Frequency: FrequencyType.Monthly, Interval: 1, ByDay: [{ Offset: >= 1 and <= 4 } nth] } =>
                ("EveryMonth", string.Format(language, Text($"Nth_{nth.Offset}", language), Name(nth.DayOfWeek, language))),
            { Frequency: FrequencyType.Monthly, Interval: 1, ByDay.Count: 0 } => ("EveryMonthOn", first.Day.ToString(language)),
            _ => ("Regularly", ""),
        };
        return string.Format(language, Text(key, language), what, time);
    }

    private static RecurrencePattern? Parse(string rule)
    {
        if (string.IsNullOrWhiteSpace(rule) || rule.Length > 200) return null;
        try
        {
            var pattern = new RecurrencePattern(rule.Trim());
            var inDays = pattern.Frequency is FrequencyType.Daily or FrequencyType.Weekly or FrequencyType.Monthly or FrequencyType.Yearly;
            return inDays && pattern.Interval >= 1 && pattern.ByHour.Count + pattern.ByMinute.Count + pattern.BySecond.Count == 0 ? pattern : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;                                     // the library says "not a rule" in several ways
        }
    }

    private static CalDateTime Of(LocalDate day) => new(day.Year, day.Month, day.Day);

    private static string Name(DayOfWeek day, CultureInfo language) => language.DateTimeFormat.GetDayName(day);

    private static string Joined(IEnumerable<string> days, CultureInfo language)
    {
        var names = days.ToList();
        return names.Count < 2 ? names[0] : $"{string.Join(", ", names[..^1])} {Text("And", language)} {names[^1]}";
    }

    private static string Text(string key, CultureInfo language) => Texts.GetString(key, language)
        ?? throw new MissingManifestResourceException($"No text {key} for {language.Name}.");
}
