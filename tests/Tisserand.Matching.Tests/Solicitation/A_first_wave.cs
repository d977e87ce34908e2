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
    public void Grows_when_time_becomes_short()
    {
        var request = Request("2026-11-24 09:00", "2026-11-27 12:00", [.. People(12, 0.1)]);
        var first = Next(request);
        Assert.EndsWith("look 2026-11-24 10:00", first.Say(), StringComparison.Ordinal);
        Assert.StartsWith("ask 6 7 ListContinued", Next(request.After(first).Later("2026-11-24 10:00")).Say(), StringComparison.Ordinal);
    }

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
