using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Tisserand.France.Tests.OpeningHoursNotation;

/// <summary>The oracle: the minutes open on a day, from the text itself by regular expressions, day lists spelled
/// out, ISO weeks by the calendar of .NET, nth weekdays by listing the month. Shares no code with the engine.</summary>
internal static partial class SlowReading
{
    private static readonly string[] DayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    private static readonly string[] MonthNames = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;

    [GeneratedRegex(@"^(?<dates>(?:\d{4} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d\d(?!:))?(?:-(?:\d{4} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d\d(?!:))?)?)? ?(?:week (?<weeks>[\d,/-]+))? ?(?<holidays>(?:SH|PH)(?:,PH)?)? ?(?<days>(?:Mo|Tu|We|Th|Fr|Sa|Su)[^ ]*)? ?(?<hours>off|[\d:,-]+)?$")]
    private static partial Regex RulePattern();

    public static HashSet<int> Minutes(string notation, LocalDate date, FrenchCalendar calendar)
    {
        HashSet<int> open = [];
        foreach (var text in notation.Split("; "))
        {
            var rule = RulePattern().Match(text);
            Assert.True(rule.Success, text);
            if (Dates(rule.Groups["dates"].Value, date) && Weeks(rule.Groups["weeks"].Value, date)
                && Holidays(rule.Groups["holidays"].Value, date, calendar) && Days(rule.Groups["days"].Value, date))
                open = Hours(rule.Groups["hours"].Value);
        }
        return open;
    }

    private static bool Dates(string text, LocalDate date)
    {
        if (text == "") return true;
        var ends = text.Split('-');
        var (first, last) = (ends[0].Split(' '), ends[^1].Split(' '));
        if (first[0].Length == 4) return Day(first, false) <= date && date <= Day(last, true);
        // A range of every year holds a date when it does as begun this year or last year.
        return Enumerable.Range(date.Year - 1, 2).Any(year =>
        {
            var from = (Month(first), first.Length > 1 ? int.Parse(first[1], CultureInfo.InvariantCulture) : 1);
            var until = (Month(last), last.Length > 1 ? int.Parse(last[1], CultureInfo.InvariantCulture) : 31);
            var untilYear = until.CompareTo(from) < 0 ? year + 1 : year;
            var now = (date.Year, date.Month, date.Day);
            return (year, from.Item1, from.Item2).CompareTo(now) <= 0 && now.CompareTo((untilYear, until.Item1, until.Item2)) <= 0;
        });
    }

    private static int Month(string[] words) => Array.IndexOf(MonthNames, words[0]) + 1;

    private static LocalDate Day(string[] words, bool isLast)
    {
        var (year, month) = (int.Parse(words[0], CultureInfo.InvariantCulture), Array.IndexOf(MonthNames, words[1]) + 1);
        if (words.Length == 3) return new(year, month, int.Parse(words[2], CultureInfo.InvariantCulture));
        return isLast ? new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1) : new(year, month, 1);
    }

    private static bool Weeks(string text, LocalDate date)
    {
        if (text == "") return true;
        var week = ISOWeek.GetWeekOfYear(date.ToDateTimeUnspecified());
        return text.Split(',').Any(range =>
        {
            var numbers = range.Split('-', '/').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            var step = range.Contains('/') ? numbers[^1] : 1;
            var last = range.Contains('-') ? numbers[1] : numbers[0];
            for (var w = numbers[0]; w <= last; w += step)
                if (w == week) return true;
            return false;
        });
    }

    private static bool Holidays(string text, LocalDate date, FrenchCalendar calendar) => text == ""
        || (text.Contains("SH", StringComparison.Ordinal) && SchoolHolidays.Shipped.Periods.Any(p => p.Zone == calendar.Zone && p.First <= date && date <= p.Last))
        || (text.Contains("PH", StringComparison.Ordinal) && PublicHolidays.Of(date.Year, calendar.Variant).Any(h => h.Date == date));

    private static bool Days(string text, LocalDate date)
    {
        if (text == "") return true;
        var today = DayNames[(int)date.DayOfWeek - 1];
        foreach (Match part in Regex.Matches(text, @"(?<first>\w\w)(?:-(?<last>\w\w)|\[(?<nths>[\d,-]+)\])?"))
        {
            if (part.Groups["nths"].Success)
            {
                var month = Enumerable.Range(1, DateTime.DaysInMonth(date.Year, date.Month))
                    .Select(d => new LocalDate(date.Year, date.Month, d)).Where(d => DayNames[(int)d.DayOfWeek - 1] == part.Groups["first"].Value).ToList();
                foreach (var nth in part.Groups["nths"].Value.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)))
                    if (month.ElementAtOrDefault(nth > 0 ? nth - 1 : month.Count + nth) == date) return true;
            }
            else if (part.Groups["last"].Success)
            {
                var (from, until) = (Array.IndexOf(DayNames, part.Groups["first"].Value), Array.IndexOf(DayNames, part.Groups["last"].Value));
                if (DayNames[from..(until + 1)].Contains(today)) return true;
            }
            else if (part.Groups["first"].Value == today) return true;
        }
        return false;
    }

    private static HashSet<int> Hours(string text)
    {
        if (text == "off") return [];
        var minutes = new HashSet<int>();
        foreach (var span in (text == "" ? "08:00-21:00" : text).Split(','))
        {
            var n = span.Split(':', '-').Select(x => int.Parse(x, CultureInfo.InvariantCulture)).ToArray();
            for (var m = n[0] * 60 + n[1]; m < n[2] * 60 + n[3]; m++) minutes.Add(m);
        }
        return minutes;
    }
}
