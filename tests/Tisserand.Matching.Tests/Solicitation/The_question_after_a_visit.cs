using Tisserand.Matching.Solicitation;

namespace Tisserand.Matching.Tests.Asking;

public sealed class The_question_after_a_visit
{
    private static readonly MessageHours Hours = MessageHours.Of(Redon.Paris, Redon.IsHoliday);

    private static readonly VisitOver Tuesday = new(Redon.At("2026-11-24 16:00"), ReachedBy.Text, Meetings: 1);

    [Fact]
    public void Comes_the_next_morning_and_asks_how_it_was()
    {
        var question = Ask(Tuesday);
        Assert.Equal("2026-11-25 10:00", Redon.Local(question.AskAt));
        Assert.True(question is { ByCall: false, AsksSatisfaction: true });
    }

    [Fact]
    public void After_three_meetings_comes_every_twelfth_time() => Assert.Equal([1, 2, 3, 12, 24, 36],
        Enumerable.Range(1, 40).Where(n => Ask(Tuesday with { Meetings = n }).AskAt is not null));

    [Fact]
    public void A_reported_problem_is_always_asked_about()
    {
        Assert.NotNull(Ask(Tuesday with { Meetings = 7, ProblemReported = true }).AskAt);
        Assert.True(Ask(Tuesday with { Meetings = 7, ProblemReported = true, By = ReachedBy.Landline }).ByCall);
    }

    [Theory]
    [InlineData(1, false, "2026-11-25 10:00")]
    [InlineData(2, false, "never")]
    [InlineData(2, true, "2026-11-25 10:00")]
    public void A_call_is_worth_it_only_for_a_first_visit_or_a_medical_appointment(int meetings, bool medical, string at)
    {
        var question = Ask(Tuesday with { By = ReachedBy.Landline, Meetings = meetings, IsMedical = medical });
        Assert.Equal(at, Redon.Local(question.AskAt));
        Assert.False(question.AsksSatisfaction, "a call asks only whether it took place");
    }

    [Fact]
    public void A_call_waits_for_a_day_when_one_calls() => Assert.Equal("2026-11-30 09:00",
        Redon.Local(Ask(new(Redon.At("2026-11-28 16:00"), ReachedBy.Landline, 1)).AskAt));

    [Theory]
    [InlineData("2026-10-26 10:00", true)]                                        // 30 days before the question
    [InlineData("2026-10-26 10:01", false)]
    public void Nobody_gets_two_satisfaction_questions_in_a_month(string last, bool asks) =>
        Assert.Equal(asks, Ask(Tuesday with { LastSatisfactionAskedAt = Redon.At(last) }).AsksSatisfaction);

    [Fact]
    public void An_undisputed_visit_counts_as_done_after_two_days() =>
        Assert.Equal("2026-11-26 16:00", Redon.Local(Ask(Tuesday with { Meetings = 8 }).CountsAsDoneAt));

    [Fact]
    public void A_visit_that_was_no_meeting_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Ask(Tuesday with { Meetings = 0 }));

    private static QuestionAfterVisit Ask(VisitOver visit) => QuestionAfterVisit.For(visit, Hours);
}
