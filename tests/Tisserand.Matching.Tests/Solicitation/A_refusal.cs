using Tisserand.Matching.Solicitation;
using static Tisserand.Matching.Tests.Asking.Redon;

namespace Tisserand.Matching.Tests.Asking;

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
