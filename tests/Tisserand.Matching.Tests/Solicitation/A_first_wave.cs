using NodaTime;
using Tisserand.Matching.Solicitation;
using static Tisserand.Matching.Tests.Asking.Redon;

namespace Tisserand.Matching.Tests.Asking;

public sealed class A_first_wave
{
    [Fact]
    public void Asks_the_fewest_from_the_top_for_nine_chances_in_ten() => Assert.StartsWith("ask 1 2 3 4 FirstWave",    // 1 − 1/16
        Next(Request("2026-11-24 09:00", "2026-12-01 10:00", [.. People(9)])).Say(), StringComparison.Ordinal);

    [Fact]
    public void Is_never_more_than_five_while_more_than_three_days_remain() => Assert.Equal(5,
        Next(Request("2026-11-24 09:00", "2026-12-01 10:00", [.. People(12, 0.1)])).Asked().Count);

    [Fact]
    public void May_be_seven_when_time_is_short() => Assert.Equal(7,
        Next(Request("2026-11-24 09:00", "2026-11-27 10:00", [.. People(12, 0.1)])).Asked().Count);

    [Fact]
    public void Follows_the_list_and_not_the_order_it_is_handed_in() => Assert.Equal([1, 2],
        Next(Request("2026-11-24 09:00", "2026-12-01 10:00", Person(3, 0.9), Person(2, 0.9), Person(1, 0.2))).Asked().Select(q => Rank(q.Volunteer)));

    [Fact]
    public void May_take_the_likeliest_instead_where_the_cooperative_prefers_few_questions() => Assert.Equal([2],
        Next(Request("2026-11-24 09:00", "2026-12-01 10:00", Person(1, 0.2), Person(2, 0.9), Person(3, 0.5)),
            SolicitationOptions.Default with { LikeliestFirst = true }).Asked().Select(q => Rank(q.Volunteer)));

    [Fact]
    public void Asks_enough_for_two_places() => Assert.Equal(3,                           // two yes among three of 0.85: 0.939
        Next(Request("2026-11-24 09:00", "2026-12-01 10:00", [.. People(9, 0.85)]) with { FreePlaces = 2 }).Asked().Count);

    [Fact]
    public void Is_one_person_when_one_at_a_time_was_chosen() => Assert.Equal([1],
        Next(Request("2026-11-24 09:00", "2026-12-01 10:00", [.. People(9, 0.1)]) with { OneAtATime = true }).Asked().Select(q => Rank(q.Volunteer)));

    [Fact]
    public void Is_the_main_volunteer_alone_wherever_she_stands()
    {
        var request = Request("2026-11-24 09:00", "2026-12-01 10:00", [.. People(3), Person(4, 0.2) with { AskAlone = true }]);
        var first = Next(request);
        Assert.StartsWith("ask 4 AskedAlone", first.Say(), StringComparison.Ordinal);
        Assert.StartsWith("wait AnswersAwaited", Next(request.After(first)).Say(), StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], Next(request.After(first).With(4, p => p.Said(Answer.No, "2026-11-24 10:00")).Later("2026-11-24 10:00"))
            .Asked().Select(q => Rank(q.Volunteer)));
    }

    [Fact]
    public void Waits_for_the_morning() => Assert.Equal("wait QuietHours, look 2026-11-25 08:30",
        Next(Request("2026-11-24 20:30", "2026-12-01 10:00", [.. People(3)])).Say());

    [Fact]
    public void Reaches_at_night_and_on_Sunday_only_those_who_chose_so()
    {
        var request = Request("2026-11-29 11:00", "2026-12-04 10:00", [.. People(3, 0.3)]).With(2, p => p with { OwnHours = EveryDay });
        var step = Next(request);
        Assert.Equal([2], step.Asked().Select(q => Rank(q.Volunteer)));
        Assert.EndsWith("look 2026-11-30 08:30", step.Say(), StringComparison.Ordinal);
        Assert.StartsWith("ask 1 3 ListContinued", Next(request.After(step).Later("2026-11-30 08:30")).Say(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_without_a_free_place_is_refused() => Assert.Throws<ArgumentException>(
        () => Next(Request("2026-11-24 09:00", "2026-12-01 10:00", [.. People(2)]) with { FreePlaces = 0 }));

    [Fact]
    public void A_person_twice_on_the_list_is_refused() => Assert.Throws<ArgumentException>(
        () => Next(Request("2026-11-24 09:00", "2026-12-01 10:00", Person(1), Person(1))));
}

public sealed class How_long_an_answer_is_awaited
{
    [Theory]
    [InlineData("2026-11-24 09:00", "2026-11-24 18:00", "2026-11-24 11:20")]              // 7 h left to 16:00, a third
    [InlineData("2026-11-24 09:00", "2026-11-24 12:30", "2026-11-24 09:45")]              // today: 45 minutes at least
    [InlineData("2026-11-24 09:00", "2026-11-27 11:00", "2026-11-25 09:00")]              // 36 h of waking time left: 12 h
    [InlineData("2026-11-24 09:00", "2026-12-24 10:30", "2026-11-26 09:00")]              // 24 waking hours at most
    [InlineData("2026-11-28 20:00", "2026-12-24 10:30", "2026-12-01 20:00")]              // Sunday does not count
    public void Is_a_third_of_the_waking_time_left(string asked, string visit, string look) => Assert.EndsWith($"look {look}",
        Next(Request(asked, visit, [.. People(20, 0.3)])).Say(), StringComparison.Ordinal);

    [Fact]
    public void Silence_is_followed_by_the_next_of_the_list_and_said()
    {
        var request = Request("2026-11-24 09:00", "2026-12-24 10:30", [.. People(9, 0.7)]);
        var first = Next(request);
        var second = Next(request.After(first).Later("2026-11-26 09:00"));
        Assert.Equal("ask 3 4 SilenceFollowed, look 2026-11-28 09:00", second.Say());
        Assert.Equal([Id(1), Id(2)], second.Silent);
    }

    [Fact]
    public void Nobody_follows_a_moment_too_early()
    {
        var request = Request("2026-11-24 09:00", "2026-12-24 10:30", [.. People(9, 0.7)]);
        Assert.Equal("wait AnswersAwaited, look 2026-11-26 09:00", Next(request.After(Next(request)).Later("2026-11-26 08:59")).Say());
    }

    [Fact]
    public void Somebody_asked_late_in_the_evening_still_has_her_45_minutes() => Assert.EndsWith("look 2026-11-24 21:05",
        Next(Request("2026-11-24 20:20", "2026-11-25 09:00", [.. People(3, 0.8)])).Say(), StringComparison.Ordinal);
}

public sealed class A_refusal
{
    private static readonly SolicitationState Asked = AfterFirst(Request("2026-11-24 09:00", "2026-12-24 10:30", [.. People(9, 0.3)]));

    [Fact]
    public void Is_replaced_at_once_by_the_next_of_the_list() => Assert.Equal("ask 6 RefusalReplaced, look 2026-11-26 09:00",
        Next(Asked.With(2, p => p.Said(Answer.No, "2026-11-24 09:20")).Later("2026-11-24 09:20")).Say());

    [Fact]
    public void Two_are_replaced_by_two() => Assert.StartsWith("ask 6 7 RefusalReplaced", Next(Asked
        .With(2, p => p.Said(Answer.No, "2026-11-24 09:20")).With(4, p => p.Said(Answer.No, "2026-11-24 09:20")).Later("2026-11-24 09:20")).Say(), StringComparison.Ordinal);

    [Fact]
    public void Waits_for_the_morning_when_it_comes_at_night() => Assert.Equal("wait AnswersAwaited, look 2026-11-25 08:30",
        Next(Asked.With(2, p => p.Said(Answer.No, "2026-11-24 21:00")).Later("2026-11-24 21:00")).Say());

    [Fact]
    public void Costs_no_question_while_those_who_wait_reach_the_target()
    {
        var asked = AfterFirst(Request("2026-11-24 09:00", "2026-12-24 10:30", Person(1, 0.2), Person(2, 0.95), Person(3, 0.5)));
        Assert.Empty(Next(asked.With(1, p => p.Said(Answer.No, "2026-11-24 09:20")).Later("2026-11-24 09:20")).Asked());
    }

    [Fact]
    public void Is_final_when_the_request_is_reopened() => Assert.DoesNotContain(Id(2), Everybody(
        Asked.With(2, p => p.Said(Answer.No, "2026-11-24 09:20")) with { ReopenedAt = At("2026-11-26 09:00"), Now = At("2026-11-26 09:00") }));

    [Fact]
    public void Does_not_outlive_a_change_of_the_need() => Assert.Contains(Id(2), Everybody(
        Asked.With(2, p => p.Said(Answer.No, "2026-11-24 09:20")) with { NeedChangedAt = At("2026-11-26 09:00"), Now = At("2026-11-26 09:00") }));

    private static SolicitationState AfterFirst(SolicitationState request) => request.After(Next(request));

    private static IReadOnlyList<Guid> Everybody(SolicitationState state) =>
        Matching.Solicitation.Solicitation.StillPossible(state, SolicitationOptions.Default);
}

public sealed class A_reopened_request
{
    private static readonly SolicitationState Reopened = Request("2026-11-26 09:00", "2026-12-24 10:30",
        Person(1, 0.6).AskedAt("2026-11-24 09:00").Said(Answer.Silent, "2026-11-26 08:30"),
        Person(2, 0.6).AskedAt("2026-11-24 09:00").Said(Answer.No, "2026-11-24 10:00"),
        Person(3, 0.6).AskedAt("2026-11-24 09:00").Said(Answer.LateYes, "2026-11-24 11:00"),
        Person(4, 0.6),
        Person(5, 0.6) with { Tie = Tie.Known }) with
    { NeedChangedAt = At("2026-11-23 09:00"), ReopenedAt = At("2026-11-26 09:00") };

    [Fact]
    public void Asks_again_late_yes_and_silence_but_no_refusal_and_first_whom_the_beneficiary_knows() =>
        Assert.StartsWith("ask 5 1 3 Reopened", Next(Reopened).Say(), StringComparison.Ordinal);

    [Fact]
    public void Asks_nobody_again_who_was_asked_since()
    {
        var after = Reopened.After(Next(Reopened)).Later("2026-11-26 12:00");
        Assert.Empty(Next(after).Asked());
        Assert.Equal([4], Next(after.Later("2026-11-28 09:00")).Asked().Select(q => Rank(q.Volunteer)));
    }

    [Fact]
    public void Leaves_a_question_alone_that_still_waits_for_its_answer() => Assert.DoesNotContain(Id(1),
        Next(Reopened.With(1, p => Person(1, 0.6).AskedAt("2026-11-26 08:45"))).Asked().Select(q => q.Volunteer));

    [Fact]
    public void Without_reopening_silence_is_not_asked_twice() => Assert.Equal([5, 4],
        Next(Reopened with { ReopenedAt = null }).Asked().Select(q => Rank(q.Volunteer)).OrderDescending());
}
