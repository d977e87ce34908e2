using NodaTime;

namespace Tisserand.France;

/// <summary>"Monday and Thursday, 8 am to noon, except during school holidays".</summary>
internal sealed class OpeningHoursInEnglish : IOpeningHoursWords
{
    public static OpeningHoursInEnglish Words { get; } = new();

    public string EveryDay => "every day";

    public string Never => "never";

    public string Except => "except";

    public string But => "but";

    public string Semicolon => "; ";

    public string EveryOtherWeekFrom(LocalDate monday) => $"every other week (including that of {EnglishText.ShortDate(monday)})";

    public string From(LocalDate first) => $"from {EnglishText.ShortDate(first)}";

    public string Through(LocalDate last) => $"until {EnglishText.ShortDate(last)}";

    public string Days(DaySelector days)
    {
        var weekdays = days.Weekdays == Weekdays.All ? "every day"
            : EnglishText.List([.. DaySelector.Runs(days.Weekdays).SelectMany(Run), .. days.Nths.GroupBy(n => n.Day).Select(Nths)]);
        var holidays = days.Holidays switch
        {
            HolidayKinds.School => "during school holidays",
            HolidayKinds.Public => "on public holidays",
            HolidayKinds.School | HolidayKinds.Public => "during school holidays and on public holidays",
            _ => "",
        };
        return string.Join(' ', new[] { days.NamesWeekdays ? weekdays : "", holidays }.Where(s => s.Length > 0));
    }

    public string Weeks(IReadOnlyList<WeekRange> weeks)
    {
        if (weeks is [{ Step: 2 } only] && (only is { First: 2, Last: >= 52 } or { First: 1, Last: 53 }))
            return only.First == 2 ? "even weeks" : "odd weeks";
        if (weeks.All(w => w.Step == 1))
            return EnglishText.List(weeks.Select(w => w.First == w.Last ? $"week {w.First}" : $"weeks {w.First} to {w.Last}"));
        return "weeks " + EnglishText.List(Enumerable.Range(1, 53).Where(n => weeks.Any(w => w.Contains(n))).Select(n => FrenchText.Number(n)));
    }

    public string Dates(DateRange dates)
    {
        var (first, last) = (dates.First, dates.Last);
        var (from, until) = (Bound(first, first.Year != last.Year), Bound(last, last.Year is not null));
        if (first == last) return first.Day is null ? $"in {until}" : $"on {until}";
        return first.Day is not null || last.Month != first.Month + 1 || first.Year != last.Year
            ? $"from {from} to {until}"
            : $"in {from} and {until}";
    }

    public string Hours(IReadOnlyList<DayHours> hours) =>
        hours is [{ FromMinute: 0, UntilMinute: 1440 }] ? "day and night"
        : EnglishText.List(hours.Select(h => EnglishText.Hours(h.From, h.Until)));

    public string List(IEnumerable<string> things) => EnglishText.List(things);

    private static string Bound(DateBound bound, bool withYear) =>
        (bound.Day is { } day ? FrenchText.Number(day) + " " : "") + EnglishText.Month(bound.Month)
        + (withYear && bound.Year is { } year ? " " + FrenchText.Number(year) : "");

    private static IEnumerable<string> Run((int First, int Last) run) => run.Last - run.First >= 2
        ? [$"{Day(run.First)} to {Day(run.Last)}"]
        : Enumerable.Range(run.First, run.Last - run.First + 1).Select(Day);

    private static string Nths(IGrouping<IsoDayOfWeek, NthWeekday> nths) =>
        $"the {EnglishText.List(nths.Select(n => Rank(n.Nth)))} {EnglishText.Day(nths.Key)} of the month";

    private static string Rank(int nth) => nth switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        -1 => "last",
        -2 => "last but one",
        -3 => "last but two",
        -4 => "last but three",
        _ => "last but four",
    };

    private static string Day(int isoNumber) => EnglishText.Day((IsoDayOfWeek)isoNumber);
}
