using CsCheck;
using Tisserand.Matching.Tests.Ranking;

namespace Tisserand.Matching.Tests.Cards;

public sealed class Filling_in_the_cards
{
    [Fact]
    public void Points_of_each_card_add_up_to_its_score_and_the_score_to_its_chance() => ForEveryRanked((ranked, _) =>
    {
        Assert.Equal(ranked.Acceptance.Score, ranked.Acceptance.Base + ranked.Acceptance.Lines.Sum(l => l.Points));
        Assert.Equal(ranked.Visit.Score, ranked.Visit.Base + ranked.Visit.Lines.Sum(l => l.Points));
        Assert.Equal(CardFile.Default.Acceptance.Calibration.Of(ranked.Acceptance.Score), ranked.Chances.Yes);
        Assert.Equal(CardFile.Default.Visit.Calibration.Of(ranked.Visit.Score), ranked.Chances.GoodVisit);
    });

    [Fact]
    public void Priority_quality_and_policy_add_up_to_the_value() => ForEveryRanked((ranked, need) =>
    {
        Assert.Equal(ranked.Value.Total, ranked.Value.Lines.Sum(l => l.Points), 1e-9);
        Assert.Equal(CardFile.Default.Priority.Points(need.Priority), ranked.Value.Lines.Single(l => l.Term == ValueTerm.Priority).Points);
        Assert.Equal(100 * ranked.Chances.Yes.Of.Value * ranked.Chances.GoodVisit.Of.Value,
            ranked.Value.Lines.Single(l => l.Term == ValueTerm.Quality).Points, 1e-9);
    });

    [Fact]
    public void One_step_of_priority_is_more_than_all_that_separates_two_candidates() => Gen.Int.Sample(seed =>
    {
        var invented = new InventedPool(seed);
        var pool = invented.Volunteers(200);
        var need = invented.Need(pool);
        var later = need with { Priority = need.Priority with { BaseSteps = 0 } };
        var sooner = need with { Priority = need.Priority with { BaseSteps = 1 } };
        var index = CandidateIndex.Build(pool, CardFile.Default, People.Index);
        var best = index.Rank(later, 1).Best.Select(c => c.Value.Total).DefaultIfEmpty(double.NegativeInfinity).Max();
        Assert.All(index.Rank(sooner, pool.Count).Best, worst => Assert.True(worst.Value.Total > best));
    }, iter: 50);

    [Fact]
    public void A_longer_journey_more_solicitations_and_a_dislike_each_cost_something()
    {
        var near = Value(People.Anne());
        Assert.True(near > Value(People.Anne() with { Home = new France.Place("56061", null), TravelBudget = NodaTime.Duration.FromHours(1) }));
        Assert.True(near > Value(People.Anne() with { History = new() { AskedLast14Days = 5 } }));
        Assert.True(near > Value(People.Anne() with { Dislikes = People.Set("courses") }));
        Assert.True(near < Value(People.Anne() with { Likes = People.Set("courses.pharmacie") }));
    }

    [Fact]
    public void The_second_level_of_a_taste_wins_over_the_first()
    {
        var anne = People.Anne() with { Dislikes = People.Set("courses"), Likes = People.Set("courses.pharmacie") };
        Assert.Equal("likes", Only(anne).Acceptance.Lines.Single(l => l.Feature == "affinity").Bin);
    }

    [Fact]
    public void I_would_not_do_it_again_outweighs_every_rating()
    {
        Candidate With(Together together) => People.Anne() with
        {
            History = new() { Together = new Dictionary<Guid, Together> { [People.Beneficiary] = together } },
        };
        Assert.Equal("notAgain", Only(With(new(5, 5, false))).Visit.Lines.Single(l => l.Feature == "pastVisits").Bin);
        Assert.True(Value(With(new(5, 5, false))) < Value(People.Anne()));
        Assert.True(Value(With(new(5, 5, true))) > Value(People.Anne()));
    }

    private static RankedCandidate Only(Candidate who) =>
        Assert.Single(CandidateIndex.Build([who], CardFile.Default, People.Index).Rank(People.Shopping()).Best);

    private static double Value(Candidate who) => Only(who).Value.Total;

    private static void ForEveryRanked(Action<RankedCandidate, Need> promise) => Gen.Int.Sample(seed =>
    {
        var invented = new InventedPool(seed);
        var pool = invented.Volunteers(300);
        var need = invented.Need(pool);
        Assert.All(CandidateIndex.Build(pool, CardFile.Default, People.Index).Rank(need).Best, ranked => promise(ranked, need));
    }, iter: 60);
}
