using CsCheck;
using NodaTime;
using Tisserand.Matching.Solicitation;

namespace Tisserand.Matching.Tests.Asking;

/// <summary>Oracle: one minute after another, over the days on which summer time begins and ends.</summary>
public sealed class Waking_time
{
    private static readonly Gen<DailyHours> Hours =
        from fromMinute in Gen.Int[0, 1439]
        from untilMinute in Gen.Int[0, 1439]
        from saturdays in Gen.Bool
        from sundays in Gen.Bool
        from holidays in Gen.Bool
        select new DailyHours(Minute(fromMinute), Minute(untilMinute), saturdays, sundays, holidays);

    private static readonly Gen<Instant> Moment =
        from origin in Gen.OneOf("2026-03-27 00:00", "2026-10-23 00:00", "2026-10-30 00:00", "2026-04-03 00:00")
        from minutes in Gen.Int[0, 5 * 1440]
        select Redon.At(origin) + Duration.FromMinutes(minutes);

    [Fact]
    public void Between_two_instants_is_the_number_of_waking_minutes() => Gen.Select(Hours, Moment, Gen.Int[0, 4000]).Sample((hours, from, minutes) =>
    {
        var until = from + Duration.FromMinutes(minutes);
        Assert.Equal(Duration.FromMinutes(WakingMinutes(hours, from, minutes).Count()), Waking(hours).WakingTimeBetween(from, until));
    }, iter: 400);

    [Fact]
    public void The_next_waking_instant_is_the_first_waking_minute() => Gen.Select(Hours, Moment).Sample((hours, from) =>
    {
        const int Week = 8 * 1440;
        var first = WakingMinutes(hours, from, Week).Select(m => (Instant?)m).FirstOrDefault();
        var next = Waking(hours).NextWaking(from);
        Assert.Equal(first, next < from + Duration.FromMinutes(Week) ? next : null);
        Assert.Equal(first == from, Waking(hours).IsWaking(from));
    }, iter: 200);

    [Fact]
    public void Adding_waking_time_is_undone_by_measuring_it() => Gen.Select(Hours, Moment, Gen.Int[1, 3000]).Sample((hours, from, minutes) =>
    {
        var waking = Waking(hours);
        var length = Duration.FromMinutes(minutes);
        if (waking.AddWaking(from, length) is not { } end) return;
        Assert.Equal(length, waking.WakingTimeBetween(from, end));
        Assert.True(waking.WakingTimeBetween(from, end - Duration.FromSeconds(1)) < length, "an earlier instant would do");
    }, iter: 400);

    [Theory]
    [InlineData("2026-11-24 20:00", 30, "2026-11-24 20:30")]          // the very end of the day
    [InlineData("2026-11-24 20:00", 31, "2026-11-25 08:31")]
    [InlineData("2026-11-28 20:00", 60, "2026-11-30 09:00")]          // over a Sunday
    [InlineData("2026-10-31 20:00", 60, "2026-11-02 09:00")]          // All Saints falls on a Sunday
    [InlineData("2026-11-10 20:00", 60, "2026-11-12 09:00")]          // over the Armistice, a Wednesday
    public void Nights_Sundays_and_public_holidays_do_not_count(string from, int minutes, string end) =>
        Assert.Equal(end, Redon.Local(Redon.Usual.AddWaking(Redon.At(from), Duration.FromMinutes(minutes))));

    [Fact]
    public void A_person_may_choose_her_own_hours()
    {
        var sunday = Redon.At("2026-11-29 10:00");
        var hers = WakingHours.Daily(DailyHours.Solicitation with { From = new(10, 0), Sundays = true }, Redon.Paris, Redon.IsHoliday);
        Assert.Equal("2026-11-30 08:30", Redon.Local(Redon.Usual.NextWaking(sunday)));
        Assert.Equal(sunday, hers.NextWaking(sunday));
        Assert.Equal("2026-12-26 10:00", Redon.Local(hers.NextWaking(Redon.At("2026-12-25 12:00"))));
    }

    [Fact]
    public void A_roster_may_touch_overlap_and_pass_midnight()
    {
        var duty = WakingHours.Of(Redon.Paris, date => date.DayOfWeek != IsoDayOfWeek.Tuesday ? [] :
        [
            Span(date, 14, 18), Span(date, 9, 12), Span(date, 11, 14), new(Local(date, 22), Local(date.PlusDays(1), 6)),
        ]);
        Assert.Equal("2026-11-24 16:00", Redon.Local(duty.AddWaking(Redon.At("2026-11-24 08:00"), Duration.FromHours(7))));
        Assert.Equal("2026-11-25 01:00", Redon.Local(duty.AddWaking(Redon.At("2026-11-24 17:00"), Duration.FromHours(4))));
        Assert.True(duty.IsWaking(Redon.At("2026-11-25 05:59")));
        Assert.Equal("2026-12-01 09:00", Redon.Local(duty.NextWaking(Redon.At("2026-11-25 06:00"))));
    }

    [Fact]
    public void Hours_that_never_come_are_said_to_never_come()
    {
        var never = WakingHours.Daily(DailyHours.Solicitation, Redon.Paris, _ => true);
        Assert.Null(never.NextWaking(Redon.At("2026-11-24 10:00")));
        Assert.Null(never.AddWaking(Redon.At("2026-11-24 10:00"), Duration.FromMinutes(1)));
        Assert.Equal(Duration.Zero, never.WakingTimeBetween(Redon.At("2026-11-24 10:00"), Redon.At("2026-12-24 10:00")));
    }

    [Fact]
    public void Midnight_closes_the_day_that_begins()
    {
        var whole = WakingHours.Daily(new(LocalTime.Midnight, LocalTime.Midnight, true, true, true), Redon.Paris, Redon.IsHoliday);
        Assert.Equal(Duration.FromHours(25), whole.WakingTimeBetween(Redon.At("2026-10-25 00:00"), Redon.At("2026-10-26 00:00")));
        Assert.Equal(Duration.FromHours(23), whole.WakingTimeBetween(Redon.At("2026-03-29 00:00"), Redon.At("2026-03-30 00:00")));
    }

    [Fact]
    public void A_negative_length_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Redon.Usual.AddWaking(Redon.At("2026-11-24 10:00"), Duration.FromMinutes(-1)));

    private static WakingHours Waking(DailyHours hours) => WakingHours.Daily(hours, Redon.Paris, Redon.IsHoliday);

    private static LocalTime Minute(int ofDay) => LocalTime.FromMinutesSinceMidnight(ofDay);

    private static Instant Local(LocalDate date, int hour) => (date + new LocalTime(hour, 0)).InZoneLeniently(Redon.Paris).ToInstant();

    private static Interval Span(LocalDate date, int from, int until) => new(Local(date, from), Local(date, until));

    private static IEnumerable<Instant> WakingMinutes(DailyHours hours, Instant from, int minutes) =>
        Enumerable.Range(0, minutes).Select(m => from + Duration.FromMinutes(m)).Where(minute => IsOpen(hours, minute));

    /// <summary>A minute is open when its own instant lies between the instants at which opening and closing are lived.</summary>
    private static bool IsOpen(DailyHours hours, Instant minute)
    {
        var date = minute.InZone(Redon.Paris).Date;
        if (date.DayOfWeek == IsoDayOfWeek.Saturday && !hours.Saturdays) return false;
        if (date.DayOfWeek == IsoDayOfWeek.Sunday && !hours.Sundays) return false;
        if (Redon.IsHoliday(date) && !hours.PublicHolidays) return false;
        var close = hours.Until == LocalTime.Midnight ? date.PlusDays(1).AtMidnight() : date + hours.Until;
        return minute >= Redon.Paris.AtLeniently(date + hours.From).ToInstant() && minute < Redon.Paris.AtLeniently(close).ToInstant();
    }
}
