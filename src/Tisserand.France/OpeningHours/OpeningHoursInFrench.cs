using NodaTime;

namespace Tisserand.France;

/// <summary>« le lundi et le jeudi, de 8 h à 12 h, sauf pendant les vacances scolaires ».</summary>
internal sealed class OpeningHoursInFrench : IOpeningHoursWords
{
    public static OpeningHoursInFrench Words { get; } = new();

    public string EveryDay => "tous les jours";

    public string Never => "jamais";

    public string Except => "sauf";

    public string But => "mais";

    public string Semicolon => " ; ";

    public string EveryOtherWeekFrom(LocalDate monday) => $"une semaine sur deux (dont celle du {FrenchText.ShortDate(monday)})";

    public string From(LocalDate first) => $"à partir du {FrenchText.ShortDate(first)}";

    public string Through(LocalDate last) => $"jusqu'au {FrenchText.ShortDate(last)}";

    public string Days(DaySelector days)
    {
        var weekdays = days.Weekdays == Weekdays.All ? "tous les jours"
            : FrenchText.List([.. DaySelector.Runs(days.Weekdays).SelectMany(Run), .. days.Nths.GroupBy(n => n.Day).Select(Nths)]);
        var holidays = days.Holidays switch
        {
            HolidayKinds.School => "pendant les vacances scolaires",
            HolidayKinds.Public => "les jours fériés",
            HolidayKinds.School | HolidayKinds.Public => "pendant les vacances scolaires et les jours fériés",
            _ => "",
        };
        if (!days.NamesWeekdays) return holidays;
        return holidays.Length == 0 ? weekdays
            : days.Holidays == HolidayKinds.Public ? $"{weekdays} quand c'est un jour férié"
            : $"{weekdays} {holidays}";
    }

    public string Weeks(IReadOnlyList<WeekRange> weeks)
    {
        if (weeks is [{ Step: 2 } only] && (only is { First: 2, Last: >= 52 } or { First: 1, Last: 53 }))
            return only.First == 2 ? "les semaines paires" : "les semaines impaires";
        if (weeks.All(w => w.Step == 1))
            return FrenchText.List(weeks.Select(w => w.First == w.Last ? $"la semaine {w.First}" : $"de la semaine {w.First} à la semaine {w.Last}"));
        return "les semaines " + FrenchText.List(Enumerable.Range(1, 53).Where(n => weeks.Any(w => w.Contains(n))).Select(n => FrenchText.Number(n)));
    }

    public string Dates(DateRange dates)
    {
        var (first, last) = (dates.First, dates.Last);
        var (from, until) = (Bound(first, first.Year != last.Year), Bound(last, last.Year is not null));
        if (first.Day is not null)
            return first == last ? $"le {until}"
                : first.Month == last.Month && first.Year == last.Year && first.Day <= last.Day ? $"du {FrenchText.DayNumber(first.Day.Value)} au {until}"
                : $"du {from} au {until}";
        return first == last ? $"en {until}"
            : last.Month == first.Month + 1 && first.Year == last.Year ? $"en {from} et en {until}"
            : $"{(FrenchNames.Elides(from) ? "d'" : "de ")}{from} à {until}";
    }

    public string Hours(IReadOnlyList<DayHours> hours) =>
        hours is [{ FromMinute: 0, UntilMinute: 1440 }] ? "jour et nuit"
        : FrenchText.List(hours.Select(h => FrenchText.Hours(h.From, h.Until)));

    public string List(IEnumerable<string> things) => FrenchText.List(things);

    private static string Bound(DateBound bound, bool withYear) =>
        (bound.Day is { } day ? FrenchText.DayNumber(day) + " " : "") + FrenchText.Month(bound.Month)
        + (withYear && bound.Year is { } year ? " " + FrenchText.Number(year) : "");

    private static IEnumerable<string> Run((int First, int Last) run) => run.Last - run.First >= 2
        ? [$"du {Day(run.First)} au {Day(run.Last)}"]
        : Enumerable.Range(run.First, run.Last - run.First + 1).Select(d => $"le {Day(d)}");

    private static string Nths(IGrouping<IsoDayOfWeek, NthWeekday> nths) =>
        $"{FrenchText.List(nths.Select(n => Rank(n.Nth)))} {FrenchText.Day(nths.Key)} du mois";

    private static string Rank(int nth) => nth switch
    {
        1 => "le premier",
        2 => "le deuxième",
        3 => "le troisième",
        4 => "le quatrième",
        5 => "le cinquième",
        -1 => "le dernier",
        -2 => "l'avant-dernier",
        -3 => "l'antépénultième",
        -4 => "le quatrième avant la fin",
        _ => "le cinquième avant la fin",
    };

    private static string Day(int isoNumber) => FrenchText.Day((IsoDayOfWeek)isoNumber);
}
