using System.Globalization;
using NodaTime;

namespace Tisserand.France;

/// <summary>The English counterpart of <see cref="FrenchText"/>.</summary>
public static class EnglishText
{
    private static readonly string[] DayNames =
        ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] MonthNames =
        ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>"Tuesday".</summary>
    public static string Day(IsoDayOfWeek day) => DayNames[(int)day];

    /// <summary>"August".</summary>
    public static string Month(int month) => MonthNames[month];

    /// <summary>"Tuesday 1 December 2026".</summary>
    public static string Date(LocalDate date, bool withYear = true) => $"{Day(date.DayOfWeek)} {ShortDate(date, withYear)}";

    /// <summary>"1 December 2026", without the weekday.</summary>
    public static string ShortDate(LocalDate date, bool withYear = true) =>
        $"{Number(date.Day)} {Month(date.Month)}{(withYear ? " " + Number(date.Year) : "")}";

    /// <summary>"2:30 pm", "2 pm", "noon", "midnight".</summary>
    public static string Time(LocalTime time)
    {
        if (time.Minute == 0 && time.Hour is 0 or 12) return time.Hour == 0 ? "midnight" : "noon";
        var half = time.Hour < 12 ? "am" : "pm";
        var minutes = time.Minute == 0 ? "" : ":" + time.Minute.ToString("00", CultureInfo.InvariantCulture);
        return $"{Number(time.ClockHourOfHalfDay)}{minutes} {half}";
    }

    /// <summary>"Tuesday 1 December at 2:30 pm".</summary>
    public static string DateTime(LocalDateTime when, bool withYear = false) =>
        $"{Date(when.Date, withYear)} at {Time(when.TimeOfDay)}";

    /// <summary>A length: "45 min", "1 h 30 min", "2 h", "1 day", "3 days and 4 h". Rounded to the minute.</summary>
    public static string Length(Duration length)
    {
        var (days, hours, minutes) = LengthParts.Of(length);
        if (days > 0) return Days(days) + (hours == 0 ? "" : $" and {Number(hours)} h");
        return hours == 0 ? $"{Number(minutes)} min"
            : minutes == 0 ? $"{Number(hours)} h"
            : $"{Number(hours)} h {Number(minutes)} min";
    }

    /// <summary>"in 2 days", "3 h ago", "just now" within a minute; the largest unit only.</summary>
    public static string Relative(Instant then, Instant now)
    {
        var away = then - now;
        var minutes = Math.Abs(away.TotalMinutes);
        if (minutes < 1) return "just now";
        var length = minutes < 60 ? $"{Number((long)minutes)} min"
            : minutes < 24 * 60 ? $"{Number((long)(minutes / 60))} h"
            : Days((long)(minutes / (24 * 60)));
        return away > Duration.Zero ? $"in {length}" : $"{length} ago";
    }

    /// <summary>"today", "tomorrow", "yesterday", "in 5 days", "5 days ago".</summary>
    public static string RelativeDay(LocalDate date, LocalDate today) => Period.DaysBetween(today, date) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        > 0 and var days => $"in {Number(days)} days",
        var days => $"{Number(-days)} days ago",
    };

    /// <summary>"3 to 20 November 2026", "24 December 2026 to 2 January 2027", "3 November 2026"; both days included.</summary>
    public static string Dates(LocalDate first, LocalDate last) =>
        first == last ? ShortDate(first)
        : first.Year != last.Year ? $"{ShortDate(first)} to {ShortDate(last)}"
        : first.Month != last.Month ? $"{ShortDate(first, withYear: false)} to {ShortDate(last)}"
        : $"{Number(first.Day)} to {ShortDate(last)}";

    /// <summary>"8 am to noon".</summary>
    public static string Hours(LocalTime from, LocalTime until) => $"{Time(from)} to {Time(until)}";

    /// <summary>"a, b and c".</summary>
    public static string List(IEnumerable<string> things, string lastLink = "and") => FrenchText.List(things, lastLink);

    private static string Days(long days) => days == 1 ? "1 day" : $"{Number(days)} days";

    private static string Number(long number) => FrenchText.Number(number);
}
