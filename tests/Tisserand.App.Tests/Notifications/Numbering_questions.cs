using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Visits;

namespace Tisserand.App.Tests.Notifications;

public sealed class Numbering_questions
{
    private const int Many = 2000;

    private readonly IdSource _ids = new(seed: 7);

    [Fact]
    public void Questions_of_different_kinds_never_bear_the_same_number()
    {
        var help = Numbers(id => QuestionNumbers.Of(new ProposalId(id), new HashSet<int>()));
        var visits = Numbers(id => QuestionNumbers.Of(new VisitId(id)));
        var pauses = Numbers(id => QuestionNumbers.Of(new BeneficiaryPauseId(id)));
        var series = Numbers(id => QuestionNumbers.Of(new RecurringNeedId(id)));

        Assert.Equal(help.Count + visits.Count + pauses.Count + series.Count, help.Union(visits).Union(pauses).Union(series).Count());
    }

    [Fact]
    public void A_question_for_help_begins_with_two_digits_and_never_leaves_its_own_numbers()
    {
        var taken = new HashSet<int>();
        for (var number = QuestionNumbers.FirstOfHelp; number <= QuestionNumbers.LastOfHelp; number++)
            Assert.True(taken.Add(QuestionNumbers.Of(_ids.New<ProposalId>(), taken)));

        Assert.Equal((11, 699), (taken.Min(), taken.Max()));
        Assert.InRange(QuestionNumbers.Of(_ids.New<ProposalId>(), new HashSet<int>()), 11, 99);
        Assert.Throws<ArgumentException>(() => QuestionNumbers.Of(_ids.New<ProposalId>(), taken));
    }

    private HashSet<int> Numbers(Func<Guid, int> number) => [.. Enumerable.Range(0, Many).Select(_ => number(_ids.NewGuid()))];
}
