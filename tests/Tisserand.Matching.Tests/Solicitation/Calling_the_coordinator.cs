using NodaTime;
using Tisserand.Matching.Solicitation;
using static Tisserand.Matching.Tests.Asking.Redon;

namespace Tisserand.Matching.Tests.Asking;

public sealed class Calling_the_coordinator
{
    [Fact]
    public void Happens_within_two_days_of_a_visit_less_likely_than_not_while_questions_go_on() => Assert.Equal(
        "call LowConfidence, ask 1 2 FirstWave, look 2026-11-24 10:00",
        Next(Request("2026-11-24 09:00", "2026-11-25 14:00", Person(1, 0.2), Person(2, 0.2), Person(3, 0.2) with { OwnHours = Afternoon }),
            SolicitationOptions.Default with { Confidence = (_, _) => new(0.49), LeastPatience = Duration.FromHours(1), PatienceShare = 0 }).Say());

    [Theory]
    [InlineData("2026-11-26 09:00", false)]
    [InlineData("2026-11-26 08:59", true)]
    public void Is_not_done_earlier_than_48_hours_before(string visit, bool calls) => Assert.Equal(calls,
        Next(Request("2026-11-24 08:59", visit, Person(1, 0.2), Person(2, 0.2)) with { OneAtATime = true })
            is SolicitationStep.CallCoordinator);

    [Fact]
    public void Is_looked_at_when_48_hours_remain() => Assert.Equal("wait AnswersAwaited, look 2026-11-26 09:00", AfterFirst(
        Request("2026-11-25 09:30", "2026-11-28 09:00", Person(1, 0.2), Person(2, 0.2)) with { OneAtATime = true }).Say());

    [Fact]
    public void Counts_every_wave_that_can_still_leave()
    {
        var request = Request("2026-11-24 09:00", "2026-11-25 14:00", [.. People(9, 0.12)]);          // 1 − 0.88⁹ = 0.68, in two waves
        Assert.IsType<SolicitationStep.Ask>(Next(request));
        Assert.Equal(9, Matching.Solicitation.Solicitation.StillPossible(request, SolicitationOptions.Default).Count);
        Assert.IsType<SolicitationStep.CallCoordinator>(Next(request with { List = [.. request.List.Take(5)] }));   // 0.47
    }

    [Fact]
    public void A_wave_too_late_counts_for_nothing() => Assert.Equal(7, Matching.Solicitation.Solicitation.StillPossible(
        Request("2026-11-24 09:00", "2026-11-24 11:40", [.. People(9, 0.1)]), SolicitationOptions.Default).Count);

    [Fact]
    public void Happens_when_the_last_of_the_list_has_refused() => Assert.Equal("call ListExhausted",
        Next(Request("2026-11-24 09:00", "2026-12-24 10:30", Person(1).AskedAt("2026-11-24 08:40").Said(Answer.No, "2026-11-24 08:50"))).Say());

    [Fact]
    public void Happens_when_the_last_of_the_list_keeps_silent()
    {
        var request = Request("2026-11-24 09:00", "2026-12-24 10:30", Person(1, 0.3));
        Assert.Equal("wait AnswersAwaited, look 2026-11-26 09:00", AfterFirst(request).Say());
        Assert.Equal("call ListExhausted", Next(request.After(Next(request)).Later("2026-11-26 09:00")).Say());
    }

    [Fact]
    public void Happens_when_there_is_no_list() => Assert.Equal("call ListExhausted", Next(Request("2026-11-24 09:00", "2026-12-24 10:30")).Say());

    [Fact]
    public void Happens_at_once_when_everybody_sleeps_until_the_deadline() => Assert.Equal("call QuietUntilDeadline",
        Next(Request("2026-11-24 21:00", "2026-11-25 09:30", [.. People(5)])).Say());

    [Fact]
    public void Happens_over_a_long_weekend_too() => Assert.Equal("call QuietUntilDeadline",
        Next(Request("2026-04-04 20:45", "2026-04-07 09:00", [.. People(5)])).Say());        // Easter: Saturday evening to Tuesday

    [Fact]
    public void Happens_at_the_deadline_and_nobody_is_asked_any_more() => Assert.Equal("call DeadlinePassed",
        Next(Request("2026-11-24 12:30", "2026-11-24 14:30", [.. People(5)])).Say());

    [Fact]
    public void Is_needless_while_good_answers_are_awaited() => Assert.StartsWith("wait AnswersAwaited", AfterFirst(
        Request("2026-11-24 09:00", "2026-11-25 14:00", Person(1, 0.6), Person(2, 0.6))).Say(), StringComparison.Ordinal);

    private static WakingHours Afternoon { get; } = WakingHours.Daily(DailyHours.Solicitation with { From = new(14, 0) }, Paris, IsHoliday);

    private static SolicitationStep AfterFirst(SolicitationState request) => Next(request.After(Next(request)));
}
