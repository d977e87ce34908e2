using System.Globalization;
using NodaTime;

namespace Tisserand.France;

/// <summary>Dates, times, lengths and lists as people say them in French. Depends on no culture of the machine.</summary>
public static class FrenchText
{
    private static readonly string[] DayNames =
        ["", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private static readonly string[] MonthNames =
        ["", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    /// <summary>« mardi ».</summary>
    public static string Day(IsoDayOfWeek day) => DayNames[(int)day];

    /// <summary>« août ».</summary>
    public static string Month(int month) => MonthNames[month];

    /// <summary>« mardi 1er décembre 2026 »; without the year « mardi 1er décembre ».</summary>
    public static string Date(LocalDate date, bool withYear = true) => $"{Day(date.DayOfWeek)} {ShortDate(date, withYear)}";

    /// <summary>« 1er décembre 2026 », without the weekday.</summary>
    public static string ShortDate(LocalDate date, bool withYear = true) =>
        $"{DayNumber(date.Day)} {Month(date.Month)}{(withYear ? " " + Number(date.Year) : "")}";

    /// <summary>« 14 h 30 », « 14 h », « minuit » at 0 h.</summary>
    public static string Time(LocalTime time) =>
        time == LocalTime.Midnight ? "minuit"
        : time.Minute == 0 ? $"{Number(time.Hour)} h"
        : $"{Number(time.Hour)} h {time.Minute.ToString("00", CultureInfo.InvariantCulture)}";

    /// <summary>« mardi 1er décembre à 14 h 30 ».</summary>
    public static string DateTime(LocalDateTime when, bool withYear = false) =>
        $"{Date(when.Date, withYear)} à {Time(when.TimeOfDay)}";

    /// <summary>A length: « 45 min », « 1 h 30 », « 2 h », « 1 jour », « 3 jours et 4 h ». Rounded to the minute.</summary>
    public static string Length(Duration length)
    {
        var (days, hours, minutes) = LengthParts.Of(length);
        if (days > 0) return Days(days) + (hours == 0 ? "" : $" et {Number(hours)} h");
        return hours == 0 ? $"{Number(minutes)} min"
            : minutes == 0 ? $"{Number(hours)} h"
            : $"{Number(hours)} h {minutes.ToString("00", CultureInfo.InvariantCulture)}";
    }

    /// <summary>« dans 2 jours », « il y a 3 h », « à l'instant » within a minute; the largest unit only.</summary>
    public static string Relative(Instant then, Instant now)
    {
        var away = then - now;
        var minutes = Math.Abs(away.TotalMinutes);
        if (minutes < 1) return "à l'instant";
        var length = minutes < 60 ? $"{Number((long)minutes)} min"
            : minutes < 24 * 60 ? $"{Number((long)(minutes / 60))} h"
            : Days((long)(minutes / (24 * 60)));
        return away > Duration.Zero ? $"dans {length}" : $"il y a {length}";
    }

    /// <summary>« aujourd'hui », « demain », « après-demain », « hier », « avant-hier », « dans 5 jours », « il y a 5 jours ».</summary>
    public static string RelativeDay(LocalDate date, LocalDate today) => Period.DaysBetween(today, date) switch
    {
        0 => "aujourd'hui",
        1 => "demain",
        2 => "après-demain",
        -1 => "hier",
        -2 => "avant-hier",
        > 0 and var days => $"dans {Number(days)} jours",
        var days => $"il y a {Number(-days)} jours",
    };

    /// <summary>« du 3 au 20 novembre 2026 », « du 24 décembre 2026 au 2 janvier 2027 », « le 3 novembre 2026 »; both days included.</summary>
    public static string Dates(LocalDate first, LocalDate last) =>
        first == last ? $"le {ShortDate(first)}"
        : first.Year != last.Year ? $"du {ShortDate(first)} au {ShortDate(last)}"
        : first.Month != last.Month ? $"du {ShortDate(first, withYear: false)} au {ShortDate(last)}"
        : $"du {DayNumber(first.Day)} au {ShortDate(last)}";

    /// <summary>« de 8 h à 12 h ».</summary>
    public static string Hours(LocalTime from, LocalTime until) => $"de {Time(from)} à {Time(until)}";

    /// <summary>« a, b et c ».</summary>
    public static string List(IEnumerable<string> things, string lastLink = "et")
    {
        var all = things.ToList();
        return all.Count switch
        {
            0 => "",
            1 => all[0],
            _ => $"{string.Join(", ", all.Take(all.Count - 1))} {lastLink} {all[^1]}",
        };
    }

    internal static string DayNumber(int day) => day == 1 ? "1er" : Number(day);

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Days(long days) => days == 1 ? "1 jour" : $"{Number(days)} jours";
}
