using NodaTime;

namespace Tisserand.France;

/// <summary>Parts of a day, as a set: 08:00–12:00, 14:00–18:00, 18:00–21:00. All three mean the whole day, 08:00–21:00.</summary>
[Flags]
public enum DayParts { None = 0, Morning = 1, Afternoon = 2, Evening = 4, All = 7 }

/// <summary>The grid of tick boxes people fill in: seven days of three parts, and two boxes for holidays.</summary>
public readonly record struct WeeklyGrid
{
    private static readonly DayHours[] Spans = [new(8 * 60, 12 * 60), new(14 * 60, 18 * 60), new(18 * 60, 21 * 60)];

    private readonly int _ticks;                                       // 3 bits a day, Monday lowest

    private WeeklyGrid(int ticks, bool notInSchoolHolidays, bool notOnPublicHolidays) =>
        (_ticks, NotInSchoolHolidays, NotOnPublicHolidays) = (ticks, notInSchoolHolidays, notOnPublicHolidays);

    /// <summary>Nothing ticked, "not in school holidays" and "not on public holidays" as given.</summary>
    public WeeklyGrid(bool notInSchoolHolidays, bool notOnPublicHolidays) : this(0, notInSchoolHolidays, notOnPublicHolidays) { }

    public bool NotInSchoolHolidays { get; init; }

    public bool NotOnPublicHolidays { get; init; }

    public bool IsEmpty => _ticks == 0;

    /// <summary>The parts ticked on a day.</summary>
    public DayParts this[IsoDayOfWeek day] => (DayParts)((_ticks >> Shift(day)) & 7);

    public bool Has(IsoDayOfWeek day, DayParts parts) => (this[day] & parts) == parts;

    /// <summary>The same grid with further parts ticked on a day.</summary>
    public WeeklyGrid With(IsoDayOfWeek day, DayParts parts) =>
        new(_ticks | ((int)(parts & DayParts.All) << Shift(day)), NotInSchoolHolidays, NotOnPublicHolidays);

    /// <summary>The grid in the notation: days with the same ticks share a rule, and a day ticked whole has no hours;
    /// nothing ticked is "off".</summary>
    public OpeningHours ToOpeningHours()
    {
        var rules = new List<OpeningRule>();
        foreach (var group in Days().Where(d => d.Parts != DayParts.None).GroupBy(d => d.Parts))
            rules.Add(new(new(group.Aggregate(Weekdays.None, (set, d) => set | DaySelector.Of(d.Day))), Hours(group.Key)));
        if (rules.Count == 0) rules.Add(new(DaySelector.EveryDay, []));
        if (NotInSchoolHolidays) rules.Add(new(new(Weekdays.None, null, HolidayKinds.School), []));
        if (NotOnPublicHolidays) rules.Add(new(new(Weekdays.None, null, HolidayKinds.Public), []));
        return new(rules);
    }

    /// <summary>The grid that says the same as these hours; null when they do not fit into boxes.</summary>
    public static WeeklyGrid? From(OpeningHours hours)
    {
        var weekly = new DayParts[7];
        var closed = HolidayKinds.None;
        foreach (var rule in hours.Rules)
        {
            if (rule.Dates is not null || rule.Weeks.Count > 0 || rule.Days.Nths.Count > 0) return null;
            if (rule.Days.Holidays != HolidayKinds.None)
            {
                if (!rule.IsOff || rule.Days.NamesWeekdays) return null;
                closed |= rule.Days.Holidays;
                continue;
            }
            if (closed != HolidayKinds.None || Parts(rule.Hours) is not { } parts) return null;   // it would open holidays again
            for (var day = 0; day < 7; day++)
                if (rule.Days.IsEveryDay || rule.Days.Weekdays.HasFlag((Weekdays)(1 << day))) weekly[day] = parts;
        }
        var grid = new WeeklyGrid(closed.HasFlag(HolidayKinds.School), closed.HasFlag(HolidayKinds.Public));
        for (var day = 0; day < 7; day++) grid = grid.With((IsoDayOfWeek)(day + 1), weekly[day]);
        return grid;
    }

    private IEnumerable<(IsoDayOfWeek Day, DayParts Parts)> Days()
    {
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++) yield return (day, this[day]);
    }

    private static DayHours[]? Hours(DayParts parts) => parts == DayParts.All ? null
        : DayHours.Merged(Spans.Where((_, i) => parts.HasFlag((DayParts)(1 << i))));

    private static DayParts? Parts(IReadOnlyList<DayHours>? hours)
    {
        if (hours is null || (hours.Count == 1 && hours[0] == DayHours.Usual)) return DayParts.All;
        for (var parts = DayParts.None; parts < DayParts.All; parts++)
            if (Hours(parts)!.SequenceEqual(hours)) return parts;
        return null;
    }

    private static int Shift(IsoDayOfWeek day) => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
        ? 3 * ((int)day - 1) : throw new ArgumentOutOfRangeException(nameof(day));
}
