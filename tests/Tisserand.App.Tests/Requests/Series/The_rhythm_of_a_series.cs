using System.Globalization;
using CsCheck;
using NodaTime;
using Tisserand.App.Requests.Series;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Requests.Series;

public sealed class The_rhythm_of_a_series
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    [Fact]
    public void Weekly_days_are_those_that_counting_gives() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[1, 4], Gen.Int[0, 400], Gen.Int[0, 400]).Sample((weekday, interval, start, skip) =>
        {
            var first = Day("2025-12-29").PlusDays(start);
            var from = first.PlusDays(skip);
            var until = from.PlusDays(60);
            var monday = first.PlusDays(1 - (int)first.DayOfWeek);
            var counted = Enumerable.Range(0, 61).Select(from.PlusDays)
                .Where(day => (int)day.DayOfWeek == weekday + 1 && Period.DaysBetween(monday, day) / 7 % interval == 0);

            return SeriesRule.Days($"FREQ=WEEKLY;INTERVAL={interval};BYDAY={Codes[weekday]}", first, from, until).SequenceEqual(counted);
        });

    [Fact]
    public void The_first_monday_of_the_month_is_found() =>
        Assert.Equal([Day("2026-12-07"), Day("2027-01-04"), Day("2027-02-01")], SeriesRule.Days("FREQ=MONTHLY;BYDAY=1MO", Day("2026-11-30"), Day("2026-11-30"), Day("2027-02-28")));

    [Fact]
    public void A_rule_without_a_day_takes_the_first_one_s() =>
        Assert.Equal([Day("2026-12-02"), Day("2026-12-09")], SeriesRule.Days("FREQ=WEEKLY", Day("2026-12-02"), Day("2026-12-01"), Day("2026-12-12")));

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TH", "chaque jeudi à 14 h 30", "every Thursday at")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TH,SA", "chaque mardi, jeudi et samedi à 14 h 30", "every Tuesday, Thursday and Saturday at")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "une semaine sur deux, lundi à 14 h 30", "every other week, Monday at")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO", "le premier lundi du mois à 14 h 30", "the first Monday of the month at")]
    [InlineData("FREQ=MONTHLY", "le 30 de chaque mois à 14 h 30", "on day 30 of each month at")]
    [InlineData("FREQ=DAILY", "chaque jour à 14 h 30", "every day at")]
    [InlineData("FREQ=YEARLY", "régulièrement à 14 h 30", "regularly at")]
    public void It_is_said_in_words(string rule, string french, string english)
    {
        Assert.Equal(french, SeriesRule.Say(rule, Day("2026-11-30"), new LocalTime(14, 30), CultureInfo.GetCultureInfo("fr-FR")));
        Assert.StartsWith(english, SeriesRule.Say(rule, Day("2026-11-30"), new LocalTime(14, 30), CultureInfo.GetCultureInfo("en-GB")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("FREQ=")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=DAILY;BYHOUR=9")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("DTSTART:20261130")]
    public void What_sets_no_days_is_no_rhythm(string rule) => Assert.False(SeriesRule.IsUnderstood(rule));

    [Theory, EachDatabase]
    public async Task Half_past_two_stays_half_past_two_when_summer_time_begins(Database database)
    {
        await using var town = await Town.OnAsync(database, at: "2027-03-15T09:00");
        var series = await A_series.StartAsync(town, await town.BeneficiaryAsync(), s => s with { FirstDate = Day("2027-03-25") });

        await A_series.CreateAsync(town);

        var starts = (await A_series.InstancesAsync(town, series)).Select(r => r.EarliestStart).ToList();
        Assert.Equal([Local("2027-03-25T14:30"), Local("2027-04-01T14:30"), Local("2027-04-08T14:30")], starts);
        Assert.Equal(Duration.FromHours((7 * 24) - 1), starts[1] - starts[0]);
    }
}
