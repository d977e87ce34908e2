using NodaTime;

namespace Tisserand.France;

/// <summary>Days of the week, as a set.</summary>
[Flags]
public enum Weekdays
{
    None = 0, Monday = 1, Tuesday = 2, Wednesday = 4, Thursday = 8, Friday = 16, Saturday = 32, Sunday = 64,
    All = 127,
}

/// <summary>The nth weekday of a month; −1 is the last.</summary>
/// <param name="Nth">1 to 5, or −1 to −5.</param>
public readonly record struct NthWeekday(IsoDayOfWeek Day, int Nth)
{
    public bool Matches(LocalDate date) => date.DayOfWeek == Day
        && (Nth > 0
            ? (date.Day - 1) / 7 + 1 == Nth
            : (date.Calendar.GetDaysInMonth(date.Year, date.Month) - date.Day) / 7 + 1 == -Nth);
}

/// <summary>The days a rule names: weekdays, nth weekdays and holidays. Nothing named means every day; weekdays and
/// holidays together mean those weekdays within those holidays ("SH We").</summary>
public sealed class DaySelector
{
    private static readonly string[] Names = ["", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    public DaySelector(Weekdays weekdays, IEnumerable<NthWeekday>? nths = null, HolidayKinds holidays = HolidayKinds.None)
    {
        Weekdays = weekdays & Weekdays.All;
        Holidays = holidays & (HolidayKinds.School | HolidayKinds.Public);
        Nths = [.. (nths ?? [])
            .Where(n => !Weekdays.HasFlag(Of(n.Day)))                  // the whole weekday says it already
            .Distinct().OrderBy(n => n.Day).ThenBy(n => n.Nth < 0).ThenBy(n => Math.Abs(n.Nth))];
        if (Nths.Any(n => n.Nth is 0 or < -5 or > 5 || n.Day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)) throw new ArgumentException("A month has weekdays 1 to 5, or -1 to -5.", nameof(nths));
    }

    /// <summary>Every day.</summary>
    public static DaySelector EveryDay { get; } = new(Weekdays.None);

    public Weekdays Weekdays { get; }

    /// <summary>In order of weekday; from the first to the fifth, then from the last backwards.</summary>
    public IReadOnlyList<NthWeekday> Nths { get; }

    public HolidayKinds Holidays { get; }

    public bool NamesWeekdays => Weekdays != Weekdays.None || Nths.Count > 0;

    public bool IsEveryDay => !NamesWeekdays && Holidays == HolidayKinds.None;

    /// <summary>The flag of a day of the week.</summary>
    public static Weekdays Of(IsoDayOfWeek day) => (Weekdays)(1 << ((int)day - 1));

    public bool Matches(LocalDate date, FrenchCalendar calendar)
    {
        if (NamesWeekdays && (Weekdays & Of(date.DayOfWeek)) == 0 && !IsNth(date)) return false;
        return Holidays == HolidayKinds.None
            || ((Holidays & HolidayKinds.School) != 0 && calendar.IsSchoolHoliday(date))
            || ((Holidays & HolidayKinds.Public) != 0 && calendar.IsPublicHoliday(date));
    }

    /// <summary>"Mo-We,Sa[1,3]", "SH", "SH We"; empty for every day.</summary>
    public override string ToString()
    {
        var holidays = new List<string>();
        if (Holidays.HasFlag(HolidayKinds.School)) holidays.Add("SH");
        if (Holidays.HasFlag(HolidayKinds.Public)) holidays.Add("PH");

        var days = new List<string>();
        foreach (var (first, last) in Runs(Weekdays))
            days.Add(first == last ? Names[first] : last == first + 1 ? $"{Names[first]},{Names[last]}" : $"{Names[first]}-{Names[last]}");
        foreach (var day in Nths.GroupBy(n => n.Day))
            days.Add($"{Names[(int)day.Key]}[{string.Join(',', day.Select(n => FrenchText.Number(n.Nth)))}]");

        return string.Join(' ', new[] { string.Join(',', holidays), string.Join(',', days) }.Where(s => s.Length > 0));
    }

    /// <summary>Runs of consecutive days, Monday first, as pairs of ISO numbers.</summary>
    internal static IEnumerable<(int First, int Last)> Runs(Weekdays days)
    {
        for (var day = 1; day <= 7; day++)
        {
            if (!days.HasFlag(Of((IsoDayOfWeek)day))) continue;
            var first = day;
            while (day < 7 && days.HasFlag(Of((IsoDayOfWeek)(day + 1)))) day++;
            yield return (first, day);
        }
    }

    private bool IsNth(LocalDate date)
    {
        foreach (var nth in Nths)
            if (nth.Matches(date)) return true;
        return false;
    }
}
