using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Forms;

/// <summary>A day as people type it: « 1/12 », « mardi 1er décembre », « demain », "1 December".</summary>
public static partial class FrenchDates
{
    private static readonly string[] Days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    private static readonly string[] EnglishDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    // Enough letters to tell a month from every other, in French and in English.
    private static readonly (string Start, int Month)[] Months =
    [
        ("janv", 1), ("jan", 1), ("fev", 2), ("feb", 2), ("mars", 3), ("mar", 3), ("avr", 4), ("apr", 4), ("mai", 5), ("may", 5),
        ("juin", 6), ("jun", 6), ("juil", 7), ("jul", 7), ("aou", 8), ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
    ];

    /// <summary>Reads <paramref name="typed"/>; day before month, always.</summary>
    /// <param name="sense">Which way a day without a year, or a year of two digits, is meant.</param>
    public static DateReading Read(string? typed, LocalDate today, DateSense sense = DateSense.ToCome)
    {
        var text = Plain(typed);
        switch (text)
        {
            case "aujourd'hui" or "aujourdhui" or "ce jour" or "today": return new DateReading.Day(today);
            case "demain" or "tomorrow": return new DateReading.Day(today.PlusDays(1));
            case "apres-demain" or "apres demain": return new DateReading.Day(today.PlusDays(2));
            case "hier" or "yesterday": return new DateReading.Day(today.PlusDays(-1));
        }

        var weekday = WeekdayAtStart(ref text);
        if (text is "" or "prochain" && weekday is { } named) return Next(named, today);

        if (IsoDate().Match(text) is { Success: true } iso) return Of(Number(iso, 3), Number(iso, 2), Number(iso, 1), weekday, today, sense);
        if (Figures().Match(text) is { Success: true } figures) return Of(Number(figures, 1), Number(figures, 2), Year(figures, today, sense), weekday, today, sense);
        if (Named().Match(text) is { Success: true } words && MonthOf(words.Groups[2].Value) is { } month)
            return Of(Number(words, 1), month, Year(words, today, sense), weekday, today, sense);
        return new DateReading.Unreadable();
    }

    private static DateReading Of(int day, int month, int? year, IsoDayOfWeek? weekday, LocalDate today, DateSense sense)
    {
        if (month is < 1 or > 12) return new DateReading.Unreadable();
        // 29 February without a year is looked for in the years around, as any other day.
        for (var step = 0; step <= 8; step++)
        {
            var candidateYear = year ?? (sense == DateSense.ToCome ? today.Year + step : today.Year - step);
            if (candidateYear is < 1 or > 9999) break;
            if (day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(candidateYear, month))
            {
                var date = new LocalDate(candidateYear, month, day);
                var isWrongSide = year is null && (sense == DateSense.ToCome ? date < today : date > today);
                if (!isWrongSide)
                    return weekday is { } said && said != date.DayOfWeek ? new DateReading.Contradiction(said, date) : new DateReading.Day(date);
            }
            if (year is not null) break;
        }
        return new DateReading.Impossible(day, month);
    }

    private static DateReading Next(IsoDayOfWeek named, LocalDate today) =>
        today.DayOfWeek == named ? new DateReading.Ambiguous(named) : new DateReading.Day(today.Next(named));

    private static IsoDayOfWeek? WeekdayAtStart(ref string text)
    {
        for (var i = 0; i < 7; i++)
        {
            foreach (var name in (string[])[Days[i], EnglishDays[i]])
            {
                if (!text.StartsWith(name, StringComparison.Ordinal)) continue;
                if (text.Length > name.Length && char.IsLetter(text[name.Length])) continue;
                text = text[name.Length..].TrimStart(' ', ',');
                return (IsoDayOfWeek)(i + 1);
            }
        }
        return null;
    }

    private static int? Year(Match match, LocalDate today, DateSense sense)
    {
        if (!match.Groups["year"].Success) return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (match.Groups["year"].Length > 2) return year;
        var century = today.Year / 100 * 100;
        return sense == DateSense.Birth && century + year > today.Year ? century - 100 + year : century + year;
    }

    private static int? MonthOf(string word)
    {
        foreach (var (start, month) in Months)
            if (word.StartsWith(start, StringComparison.Ordinal)) return month;
        return null;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // Lower case, no accents, straight apostrophes, single spaces.
    private static string Plain(string? typed)
    {
        var letters = (typed ?? "").Replace('’', '\'').Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        var text = Spaces().Replace(string.Concat(letters).ToLowerInvariant(), " ").Trim(' ', '.', ',');
        return text.StartsWith("le ", StringComparison.Ordinal) ? text[3..] : text;
    }

    [GeneratedRegex(@"^(\d{4})-(\d{1,2})-(\d{1,2})$")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^(\d{1,2}) ?[/.\- ] ?(\d{1,2})(?: ?[/.\- ] ?(?<year>\d{4}|\d{2}))?$")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^(\d{1,2}) ?(?:er|st|nd|rd|th)? ?(?:of )?([a-z]{3,})\.?(?: (?<year>\d{4}|\d{2}))?$")]
    private static partial Regex Named();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>Which way a day without a year is meant.</summary>
public enum DateSense { ToCome, Past, Birth }

/// <summary>What was understood of a typed day.</summary>
public abstract record DateReading
{
    private DateReading() { }

    public sealed record Day(LocalDate Date) : DateReading;

    public sealed record Unreadable : DateReading;

    public sealed record Impossible(int DayOfMonth, int Month) : DateReading;

    public sealed record Contradiction(IsoDayOfWeek Said, LocalDate Date) : DateReading;

    public sealed record Ambiguous(IsoDayOfWeek Weekday) : DateReading;

    /// <summary>What to correct, in the reader's language; null when a day was understood.</summary>
    public string? Problem() => this switch
    {
        Day => null,
        Unreadable => Words.Shared["Date_Unreadable"],
        Impossible no => Words.Shared["Date_Impossible", no.DayOfMonth],
        Contradiction no => Words.Shared["Date_Contradiction", Name(no.Said), Name(no.Date.DayOfWeek)],
        Ambiguous no => Words.Shared["Date_Today", Name(no.Weekday)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Name(IsoDayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));
}
