using System.Numerics;
using NodaTime;
using Tisserand.France;
using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>From what is said of a day to the days of the calendar; what has no year lies in the future.</summary>
internal sealed class Days(LocalDate today, FrenchCalendar calendar)
{
    private static readonly int[] SeasonStarts = [320, 621, 922, 1221];     // month and day of spring, summer, autumn, winter

    /// <param name="from">The first day it can be: today, or the start of a range for its end.</param>
    public DayReading Read(Meaning said, LocalDate? from = null)
    {
        if (said.HasAny(Feature.After, Feature.AfterWeeks, Feature.AfterMonths)) return Counted(said);
        var start = from ?? today;
        if (said[Feature.Shift] is { } shift) return DayReading.Sure(today.PlusDays(shift));
        if (said[Feature.Season] is { } season) return DayReading.Sure(Season(season, start));
        if (said[Feature.School] is { } school)
            return Feasts.Next((SchoolBreak)school, start, said[Feature.Year], calendar) is { } holiday
                ? DayReading.Sure(new DaySpan(holiday.First, holiday.Last.PlusDays(1), Grain.Day)) : DayReading.Nothing(Doubt.Unknown);
        if (said.Has(Feature.Feast)) return DayReading.Sure(Around(Feast(said, start), said));
        if (said[Feature.Unit] == 6) return DayReading.Sure(HalfMonth(MonthOf(said, start), said[Feature.Ranks] == 1));
        if (said.Has(Feature.Ranks) && (said.Has(Feature.Month) || said.Has(Feature.InMonths))) return Ranked(said, start);
        if (said.Has(Feature.Day)) return Dated(said, start);
        if (said.Has(Feature.Days)) return Weekday(said, start);
        if (said.Has(Feature.Unit)) return Whole(said, start);
        if (said[Feature.InWeeks] is { } weeks) return DayReading.Sure(today.PlusWeeks(weeks));
        if (said[Feature.InMonths] is { } months) return DayReading.Sure(today.PlusMonths(months));
        if (said[Feature.InYears] is { } years) return DayReading.Sure(today.PlusYears(years));
        return DayReading.Nothing(Doubt.Vague);
    }

    /// <summary>The day that is counted from.</summary>
    public static Meaning Origin(Meaning said) => said.Without(Feature.After, Feature.AfterWeeks, Feature.AfterMonths, Feature.Earlier);

    /// <summary>"Trois jours après Noël": the day counted from is the coming one.</summary>
    private DayReading Counted(Meaning said)
    {
        var sign = said.Has(Feature.Earlier) ? -1 : 1;
        var origin = Read(Origin(said));
        var away = Period.FromMonths(sign * (said[Feature.AfterMonths] ?? 0)) + Period.FromWeeks(sign * (said[Feature.AfterWeeks] ?? 0))
            + Period.FromDays(sign * (said[Feature.After] ?? 0));
        return origin with { Spans = [.. origin.Spans.Select(s => DaySpan.Of(s.First + away))] };
    }

    public static IsoDayOfWeek First(int days) => (IsoDayOfWeek)(BitOperations.TrailingZeroCount(days) + 1);

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static LocalDate NextOrSame(LocalDate from, IsoDayOfWeek day) => from.PlusDays(((int)day - (int)from.DayOfWeek + 7) % 7);

    /// <summary>Two digits are the century that puts the year at most thirty years ahead.</summary>
    private int FullYear(int year) => year >= 100 ? year : year <= today.Year % 100 + 30 ? today.Year / 100 * 100 + year : today.Year / 100 * 100 - 100 + year;

    private static LocalDate? Exists(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private LocalDate Feast(Meaning said, LocalDate start)
    {
        var (feast, offset) = ((Feast)said[Feature.Feast]!.Value, said[Feature.Offset] ?? 0);
        if (said[Feature.Year] is { } year) return Feasts.Of(feast, FullYear(year)).PlusDays(offset);
        var day = Feasts.Of(feast, start.Year).PlusDays(offset);
        return day >= start ? day : Feasts.Of(feast, start.Year + 1).PlusDays(offset);
    }

    /// <summary>The day itself, its week-end, or the bridge it makes.</summary>
    private DaySpan Around(LocalDate day, Meaning said)
    {
        if (said[Feature.Unit] == 5 && day.DayOfWeek != IsoDayOfWeek.Thursday)
        {
            var saturday = day.DayOfWeek == IsoDayOfWeek.Sunday ? day.PlusDays(-1) : NextOrSame(day.PlusDays(-2), IsoDayOfWeek.Saturday);
            var end = saturday.PlusDays(2);
            return new(saturday, calendar.IsPublicHoliday(end) ? end.PlusDays(1) : end, Grain.Day);
        }
        if (said[Feature.Unit] == 2) return new(Monday(day), Monday(day).PlusDays(7), Grain.Week);
        if (!said.Has(Feature.Bridge) && said[Feature.Unit] != 5) return DaySpan.Of(day);
        return day.DayOfWeek switch
        {
            IsoDayOfWeek.Tuesday => new(day.PlusDays(-3), day.PlusDays(1), Grain.Day),
            IsoDayOfWeek.Monday => new(day.PlusDays(-2), day.PlusDays(1), Grain.Day),
            _ => new(day, NextOrSame(day, IsoDayOfWeek.Sunday).PlusDays(1), Grain.Day),
        };
    }

    private DayReading Dated(Meaning said, LocalDate start)
    {
        var day = said[Feature.Day]!.Value;
        if (said[Feature.InMonths] is { } months && !said.Has(Feature.Month))
        {
            var month = today.PlusMonths(months);
            return Exists(month.Year, month.Month, day) is { } there ? Checked(there, said) : DayReading.Nothing(Doubt.NoSuchDay);
        }
        if (said[Feature.Month] is { } named)
        {
            var year = said[Feature.Year] is { } y ? FullYear(y) : start.Year;
            // Eight years ahead lies a 29 February.
            for (var last = said.Has(Feature.Year) ? year : year + 8; year <= last; year++)
                if (Exists(year, named, day) is { } date && (date >= start || said.Has(Feature.Year))) return Checked(date, said);
            return DayReading.Nothing(Doubt.NoSuchDay);
        }
        if (said[Feature.Days] is { } weekdays)
        {
            // "Lundi 30": this month or one of the next two, where the weekday fits.
            var candidates = Enumerable.Range(0, 3).Select(start.PlusMonths).Select(m => Exists(m.Year, m.Month, day)).OfType<LocalDate>().Where(d => d >= start).ToList();
            foreach (var candidate in candidates.Take(2))
                if (candidate.DayOfWeek == First(weekdays)) return Checked(candidate, said);
            return candidates.Count == 0 ? DayReading.Nothing(Doubt.NoSuchDay) : Checked(candidates[0], said);
        }
        for (var month = start; ; month = month.PlusMonths(1))
        {
            if (day > 31) return DayReading.Nothing(Doubt.NoSuchDay);
            if (Exists(month.Year, month.Month, day) is { } date && date >= start) return Checked(date, said);
        }
    }

    /// <summary>A date, and beside it the nearest day that its weekday would be when the two do not agree.</summary>
    private DayReading Checked(LocalDate date, Meaning said)
    {
        if (said[Feature.Unit] == 2) return DayReading.Sure(new DaySpan(Monday(date), Monday(date).PlusWeeks(1), Grain.Week));
        if (said[Feature.Unit] == 5 || said.Has(Feature.Bridge)) return DayReading.Sure(Around(date, said));
        if (said[Feature.Days] is not { } weekdays || date.DayOfWeek == First(weekdays)) return DayReading.Sure(date);
        var before = NextOrSame(date.PlusDays(-6), First(weekdays));
        var near = before >= today && Period.DaysBetween(before, date) <= 3 ? before : NextOrSame(date, First(weekdays));
        return new([DaySpan.Of(date), DaySpan.Of(near)], Doubt.Contradiction);
    }

    private DayReading Weekday(Meaning said, LocalDate start)
    {
        var day = First(said[Feature.Days]!.Value);
        if (said[Feature.Unit] == 5) return Whole(said, start);
        if (said[Feature.InWeeks] is { } weeks) return DayReading.Sure(Monday(today).PlusWeeks(weeks).PlusDays((int)day - 1));
        if (said[Feature.Weeks] is { } more)
            return DayReading.Sure(NextOrSame(today.PlusDays(day == today.DayOfWeek ? 0 : 1), day).PlusWeeks(more));
        if (said.Has(Feature.Next)) return DayReading.Sure(NextOrSame(start.PlusDays(1), day));
        var next = NextOrSame(start, day);
        return next == today && start == today
            ? new([DaySpan.Of(next), DaySpan.Of(next.PlusWeeks(1))], Doubt.Today) : DayReading.Sure(next);
    }

    private DayReading Ranked(Meaning said, LocalDate start)
    {
        var rank = BitOperations.TrailingZeroCount(said[Feature.Ranks]!.Value) + 1;
        var nth = rank == 6 ? -1 : rank;
        if (said[Feature.Unit] == 1) return RankedDay(said, start, nth);
        var weekday = said[Feature.Unit] == 5 ? IsoDayOfWeek.Saturday : said[Feature.Unit] == 2 ? IsoDayOfWeek.Monday : First(said[Feature.Days] ?? 1);
        LocalDate? In(int year, int month) => Feasts.Nth(year, month, weekday, nth);
        LocalDate? found;
        if (said[Feature.InMonths] is { } months) found = In(today.PlusMonths(months).Year, today.PlusMonths(months).Month);
        else
        {
            var (month, year) = (said[Feature.Month]!.Value, said[Feature.Year]);
            found = In(year is { } y ? FullYear(y) : start.Year, month);
            if (year is null && found < start) found = In(start.Year + 1, month);
        }
        return found is not { } date ? DayReading.Nothing(Doubt.NoSuchDay) : said[Feature.Unit] switch
        {
            5 => DayReading.Sure(new DaySpan(date, date.PlusDays(2), Grain.Day)),
            2 => DayReading.Sure(new DaySpan(date, date.PlusWeeks(1), Grain.Week)),
            _ => DayReading.Sure(date),
        };
    }

    /// <summary>"Le dernier jour du mois".</summary>
    private DayReading RankedDay(Meaning said, LocalDate start, int nth)
    {
        var month = MonthOf(said, start);
        return DayReading.Sure(nth > 0 ? month.PlusDays(nth - 1) : month.PlusMonths(1).PlusDays(-1));
    }

    /// <summary>A week by its number, the coming one.</summary>
    private static DaySpan WeekOf(int number, LocalDate start)
    {
        var monday = Monday(new LocalDate(start.Year, 1, 4)).PlusWeeks(number - 1);
        if (monday.PlusWeeks(1) <= start) monday = Monday(new LocalDate(start.Year + 1, 1, 4)).PlusWeeks(number - 1);
        return new(monday, monday.PlusWeeks(1), Grain.Week);
    }

    /// <summary>A week, month, year or week-end, or a vague part of it.</summary>
    private DayReading Whole(Meaning said, LocalDate start) => said[Feature.Unit] switch
    {
        2 when said[Feature.WeekNumber] is { } number => DayReading.Sure(WeekOf(number, start)),
        2 => DayReading.Sure(Vague(Monday(today).PlusWeeks(said[Feature.InWeeks] ?? 0), Grain.Week, said[Feature.Vague])),
        5 => DayReading.Sure(Weekend(said)),
        4 => DayReading.Sure(Vague(new(said[Feature.InYears] is { } years ? today.Year + years : FullYear(said[Feature.Year] ?? today.Year), 1, 1), null, said[Feature.Vague])),
        _ => DayReading.Sure(Vague(MonthOf(said, start), Grain.Month, said[Feature.Vague])),
    };

    private static DaySpan HalfMonth(LocalDate first, bool isFirst) =>
        isFirst ? new(first, first.PlusDays(15), Grain.Day) : new(first.PlusDays(15), first.PlusMonths(1), Grain.Day);

    private DaySpan Weekend(Meaning said)
    {
        var saturday = Monday(today).PlusDays(5).PlusWeeks(said[Feature.InWeeks] ?? 0);
        return new(saturday, saturday.PlusDays(2), Grain.Day);
    }

    private LocalDate MonthOf(Meaning said, LocalDate start)
    {
        if (said[Feature.InMonths] is { } months) return new LocalDate(today.Year, today.Month, 1).PlusMonths(months);
        var month = said[Feature.Month] ?? start.Month;
        if (said[Feature.Year] is { } year) return new(FullYear(year), month, 1);
        return new(month < start.Month || (month == start.Month && said.Has(Feature.Next)) ? start.Year + 1 : start.Year, month, 1);
    }

    /// <summary>Begin, middle and end of a week are Monday and Tuesday, Wednesday, Thursday and Friday; of a month its days
    /// 1–10, 11–20 and from 21 on; of a year the same days of January, the two months of its middle, and of December.</summary>
    private static DaySpan Vague(LocalDate first, Grain? unit, int? vague) => (unit, vague) switch
    {
        (Grain.Week, 1) => new(first, first.PlusDays(2), Grain.Day),
        (Grain.Week, 2) => new(first.PlusDays(2), first.PlusDays(3), Grain.Day),
        (Grain.Week, 3) => new(first.PlusDays(3), first.PlusDays(5), Grain.Day),
        (Grain.Week, _) => new(first, first.PlusWeeks(1), Grain.Week),
        (Grain.Month, 1) => new(first, first.PlusDays(10), Grain.Day),
        (Grain.Month, 2) => new(first.PlusDays(10), first.PlusDays(20), Grain.Day),
        (Grain.Month, 3) => new(first.PlusDays(20), first.PlusMonths(1), Grain.Day),
        (Grain.Month, _) => new(first, first.PlusMonths(1), Grain.Month),
        (_, 1) => new(first, first.PlusMonths(1), Grain.Month),
        (_, 2) => new(first.PlusMonths(5), first.PlusMonths(7), Grain.Month),
        (_, 3) => new(first.PlusMonths(11).PlusDays(20), first.PlusYears(1), Grain.Day),
        _ => new(first, first.PlusYears(1), Grain.Month),
    };

    private static DaySpan Season(int season, LocalDate start)
    {
        LocalDate Bound(int year, int index) => new(year + index / 4, SeasonStarts[index % 4] / 100, SeasonStarts[index % 4] % 100);
        for (var year = start.Year - 1; ; year++)
        {
            var (first, end) = (Bound(year, season - 1), Bound(year, season));
            if (end > start) return new(first, end, Grain.Month);
        }
    }
}
