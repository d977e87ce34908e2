using CsCheck;
using NodaTime;
using NodaTime.Calendars;

namespace Tisserand.France.Tests.OpeningHoursNotation;

public sealed class Being_open
{
    private static readonly LocalDate Monday = new(2026, 11, 30);

    [Fact]
    public void A_day_without_hours_is_open_from_eight_to_nine_in_the_evening()
    {
        Assert.Equal("08:00-21:00", Hours.On("Mo,We", Monday));
        Assert.Equal("", Hours.On("Mo,We", Monday.PlusDays(1)));
    }

    [Fact]
    public void The_later_rule_wins_for_the_days_it_names()
    {
        const string Notation = "Mo-Fr 08:00-12:00; We 14:00-18:00; PH off";
        Assert.Equal("08:00-12:00", Hours.On(Notation, Monday));
        Assert.Equal("14:00-18:00", Hours.On(Notation, Monday.PlusDays(2)));
        Assert.Equal("", Hours.On(Notation, new(2026, 11, 11)));
        Assert.Equal("", Hours.On("PH off; " + "SH off", new(2026, 12, 25)));
        Assert.Equal("08:00-12:00", Hours.On("PH off; Mo-Su 08:00-12:00", new(2026, 12, 25)));
    }

    [Fact]
    public void School_holidays_are_those_of_the_zone()
    {
        Assert.Equal("", Hours.On("Mo-Su 08:00-12:00; SH off", new(2027, 2, 25)));
        Assert.Equal("08:00-12:00", Hours.On("Mo-Su 08:00-12:00; SH off", new(2027, 2, 10)));
        Assert.Equal("09:00-10:00", Hours.On("SH We 09:00-10:00", new(2027, 2, 24)));
        Assert.Equal("", Hours.On("SH We 09:00-10:00", new(2027, 2, 25)));
    }

    [Theory]
    [InlineData("Sa[1]", "2026-12-05")]
    [InlineData("Sa[1,3]", "2026-12-05 2026-12-19")]
    [InlineData("Fr[-1]", "2026-12-25")]
    [InlineData("Th[5]", "2026-12-31")]
    [InlineData("Mo[5]", "")]
    [InlineData("Mo[-4]", "2026-12-07")]
    public void Nth_weekdays_are_counted_in_their_month(string notation, string expected) =>
        Assert.Equal(expected, string.Join(' ', December().Where(d => Hours.On(notation, d) != "").Select(Iso)));

    [Theory]
    [InlineData("Dec 24-Jan 02", "2026-12-24", true)]
    [InlineData("Dec 24-Jan 02", "2027-01-02", true)]
    [InlineData("Dec 24-Jan 02", "2027-01-03", false)]
    [InlineData("Nov-Feb", "2026-01-15", true)]
    [InlineData("Jul-Aug", "2026-08-31", true)]
    [InlineData("Jul-Aug", "2026-09-01", false)]
    [InlineData("2026 Nov 03-2026 Nov 20", "2027-11-10", false)]
    [InlineData("Feb 29", "2028-02-29", true)]
    public void Ranges_of_dates_include_both_ends(string notation, string date, bool open) =>
        Assert.Equal(open, Hours.On(notation, NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value) != "");

    [Fact]
    public void Evaluation_agrees_with_a_slow_reading_of_the_text() => Gen.Select(Hours.Any, Hours.Dates2026To2028).Sample((hours, date) =>
        Assert.Equal(SlowReading.Minutes(hours.ToString(), date, Hours.Redon), Minutes(hours.On(date, Hours.Redon))), iter: 3_000);

    [Fact]
    public void Intervals_are_the_days_one_after_the_other() => Gen.Select(Hours.Any, Hours.Dates2026To2028, Gen.Int[0, 20]).Sample((hours, first, days) =>
    {
        // Oracle: every quarter of an hour asked on its own, in UTC, where no hour is skipped.
        var last = first.PlusDays(days);
        var found = hours.Intervals(first, last, Hours.Redon, DateTimeZone.Utc);
        for (var i = 1; i < found.Count; i++) Assert.True(found[i - 1].End < found[i].Start);
        for (var t = first.AtMidnight(); t.Date <= last; t = t.PlusMinutes(15))
            Assert.Equal(
                hours.On(t.Date, Hours.Redon).Any(h => h.Contains(t.TimeOfDay)),
                found.Any(i => i.Contains(t.InUtc().ToInstant())));
    }, iter: 200);

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-03-30", 24)]
    public void Summer_time_makes_days_of_23_and_25_hours(string date, int hours)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var only = Assert.Single(Hours.Of("00:00-24:00").Intervals(day, day, Hours.Redon, Hours.Paris));
        Assert.Equal(Duration.FromHours(hours), only.Duration);
        Assert.Equal(day.AtStartOfDayInZone(Hours.Paris).ToInstant(), only.Start);
    }

    [Fact]
    public void Hours_that_spring_swallows_are_dropped_and_those_it_cuts_are_moved()
    {
        var spring = new LocalDate(2026, 3, 29);
        Assert.Empty(Hours.Of("02:30-03:00").Intervals(spring, spring, Hours.Redon, Hours.Paris));
        var cut = Assert.Single(Hours.Of("01:00-02:30").Intervals(spring, spring, Hours.Redon, Hours.Paris));
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 0, 0), cut.Start);
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), cut.End);
    }

    [Fact]
    public void The_hour_lived_twice_in_autumn_counts_once_as_an_end_and_twice_when_passed_over()
    {
        var autumn = new LocalDate(2026, 10, 25);
        Assert.Equal(Duration.FromMinutes(90), Assert.Single(Hours.Of("01:00-02:30").Intervals(autumn, autumn, Hours.Redon, Hours.Paris)).Duration);
        Assert.Equal(Duration.FromHours(3), Assert.Single(Hours.Of("01:00-03:00").Intervals(autumn, autumn, Hours.Redon, Hours.Paris)).Duration);
    }

    [Fact]
    public void A_night_written_on_two_days_is_one_interval() => Assert.Equal(
        [new Interval(Instant.FromUtc(2026, 12, 4, 19, 0), Instant.FromUtc(2026, 12, 5, 1, 0))],
        Hours.Of("Fr 20:00-24:00; Sa 00:00-02:00").Intervals(Monday, Monday.PlusDays(6), Hours.Redon, Hours.Paris));

    [Fact]
    public void Odd_weeks_follow_each_other_at_the_end_of_2026()
    {
        // The trap: 53 weeks. Week 53 (from 28 December) and week 1 (from 4 January) are both odd.
        Assert.Equal(53, WeekYearRules.Iso.GetWeekOfWeekYear(new(2026, 12, 28)));
        Assert.NotEqual("", Hours.On("week 01-53/2 Mo", new(2026, 12, 28)));
        Assert.NotEqual("", Hours.On("week 01-53/2 Mo", new(2027, 1, 4)));
    }

    private static IEnumerable<LocalDate> December() => Enumerable.Range(1, 31).Select(d => new LocalDate(2026, 12, d));

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private static HashSet<int> Minutes(IEnumerable<DayHours> hours) =>
        [.. hours.SelectMany(h => Enumerable.Range(h.FromMinute, h.Minutes))];
}
