using CsCheck;
using NodaTime;

namespace Tisserand.France.Tests.OpeningHoursNotation;

/// <summary>Opening hours for the tests: read, on some day, and thrown at random.</summary>
internal static class Hours
{
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static readonly FrenchCalendar Redon = FrenchCalendar.Of(CommuneTable.Shipped.Find("35236")!, SchoolHolidays.Shipped);

    public static OpeningHours Of(string notation) => Assert.IsType<OpeningHoursReading.Read>(OpeningHours.Parse(notation)).Value;

    public static string On(string notation, LocalDate date) => string.Join(',', Of(notation).On(date, Redon));

    private static readonly Gen<DayHours> Spans =
        from start in Gen.Int[0, 1439]
        from length in Gen.Int[1, 400]
        select new DayHours(start, Math.Min(1440, start + length));

    private static readonly Gen<NthWeekday> Nths =
        from day in Gen.Int[1, 7]
        from nth in Gen.Int[1, 5]
        from fromEnd in Gen.Bool
        select new NthWeekday((IsoDayOfWeek)day, fromEnd ? -nth : nth);

    private static readonly Gen<DaySelector> Days =
        from weekdays in Gen.Int[0, 127]
        from some in Gen.Int[0, 3]
        from nths in Nths.Array[0, 3]
        from holidays in Gen.Int[0, 3]
        from keep in Gen.Int[0, 3]
        select new DaySelector(some == 0 ? Weekdays.None : (Weekdays)weekdays, some == 1 ? nths : [], keep == 0 ? (HolidayKinds)holidays : HolidayKinds.None);

    private static readonly Gen<DateBound> YearlyDays =
        from month in Gen.Int[1, 12]
        from day in Gen.Int[1, 31]
        select new DateBound(month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(2024, month)));

    private static readonly Gen<DateRange?> Dates =
        from kind in Gen.Int[0, 5]
        from a in YearlyDays
        from b in YearlyDays
        from years in Gen.Int[0, 2]
        select kind switch
        {
            0 => new DateRange(new(a.Month), new(b.Month)),
            1 => new DateRange(a, b),
            2 => new DateRange(Dated(a, 2026), Dated(b, 2027 + years)),
            3 => new DateRange(new(a.Month, null, 2026), new(b.Month, null, 2027)),
            _ => null,
        };

    private static readonly Gen<WeekRange> WeekRanges =
        from first in Gen.Int[1, 53]
        from length in Gen.Int[0, 52]
        from step in Gen.Int[1, 4]
        select new WeekRange(first, Math.Min(53, first + length), step);

    public static readonly Gen<OpeningRule> Rules =
        from dates in Dates
        from weeks in WeekRanges.Array[0, 2]
        from ofWeeks in Gen.Int[0, 3]
        from days in Days
        from spans in Spans.Array[0, 3]
        from said in Gen.Int[0, 3]
        select new OpeningRule(days, said == 0 ? null : spans, dates, ofWeeks == 0 ? weeks : []);

    /// <summary>Any value of the notation, one to five rules.</summary>
    public static readonly Gen<OpeningHours> Any = Rules.Array[1, 5].Select(r => new OpeningHours(r));

    public static readonly Gen<LocalDate> Dates2026To2028 = Gen.Int[0, 3 * 365].Select(d => new LocalDate(2026, 1, 1).PlusDays(d));

    private static DateBound Dated(DateBound bound, int year) =>
        bound with { Year = year, Day = Math.Min(bound.Day!.Value, CalendarSystem.Iso.GetDaysInMonth(year, bound.Month)) };
}
