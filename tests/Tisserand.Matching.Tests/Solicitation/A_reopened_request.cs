using Tisserand.Matching.Solicitation;
using static Tisserand.Matching.Tests.Asking.Redon;

namespace Tisserand.Matching.Tests.Asking;

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
    public void Says_silent_only_those_it_does_not_ask_again()
    {
        var unanswered = Reopened.With(1, _ => Person(1, 0.6).AskedAt("2026-11-24 09:00"));
        Assert.Empty(Next(unanswered).Silent);
        Assert.Equal([Id(1)], Next(unanswered with { ReopenedAt = null }).Silent);
    }

    [Fact]
    public void Without_reopening_silence_is_not_asked_twice() => Assert.Equal([5, 4],
        Next(Reopened with { ReopenedAt = null }).Asked().Select(q => Rank(q.Volunteer)).OrderDescending());
}
