using CsCheck;
using NodaTime;

namespace Tisserand.France.Tests.OpeningHoursNotation;

public sealed class One_week_in_two
{
    private static readonly Availability Tuesdays = new(Hours.Of("Tu 14:00-18:00"), EveryOtherWeekFrom: new(2026, 12, 3));

    [Fact]
    public void Keeps_its_rhythm_over_a_year_of_53_weeks() => Assert.Equal(
        [new(2026, 12, 1), new(2026, 12, 15), new(2026, 12, 29), new(2027, 1, 12), new(2027, 1, 26)],
        Days(new(2026, 12, 1), new(2027, 1, 31)));

    [Fact]
    public void Any_day_of_the_week_sets_the_same_rhythm() => Gen.Int[0, 6].Sample(day =>
    {
        var same = Tuesdays with { EveryOtherWeekFrom = new LocalDate(2026, 11, 30).PlusDays(day) };
        for (var date = new LocalDate(2026, 11, 1); date < new LocalDate(2027, 3, 1); date = date.PlusDays(1))
            Assert.Equal(Tuesdays.Covers(date), same.Covers(date));
    });

    [Fact]
    public void A_day_and_the_same_day_a_week_later_are_never_both_covered() => Gen.Select(Hours.Dates2026To2028, Hours.Dates2026To2028).Sample((from, date) =>
    {
        var every = new Availability(Hours.Of("Mo-Su"), EveryOtherWeekFrom: from);
        Assert.NotEqual(every.Covers(date), every.Covers(date.PlusWeeks(1)));
        Assert.Equal(every.Covers(date), every.Covers(date.PlusWeeks(-2)));
    });

    [Fact]
    public void From_is_included_and_until_is_not()
    {
        var some = Tuesdays with { From = new(2026, 12, 15), Until = new(2027, 1, 12) };
        Assert.Equal([new(2026, 12, 15), new(2026, 12, 29)],
            Enumerable.Range(0, 90).Select(new LocalDate(2026, 11, 20).PlusDays).Where(d => some.On(d, Hours.Redon).Count > 0));
    }

    [Fact]
    public void Several_availabilities_add_up()
    {
        var mondays = new Availability(Hours.Of("Mo,Tu 12:00-15:00"));
        var found = Availability.IntervalsOfAny([Tuesdays, mondays], new(2026, 11, 30), new(2026, 12, 8), Hours.Redon, Hours.Paris);
        Assert.Equal([180, 360, 180, 180], found.Select(i => (int)i.Duration.TotalMinutes));
    }

    private static List<LocalDate> Days(LocalDate first, LocalDate last) =>
        [.. Tuesdays.Intervals(first, last, Hours.Redon, Hours.Paris).Select(i => i.Start.InZone(Hours.Paris).Date)];
}
