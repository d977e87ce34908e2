using NodaTime;

namespace Tisserand.Matching.Tests.Ranking;

public sealed class Being_fair
{
    [Fact]
    public void Between_equals_the_one_asked_less_comes_first()
    {
        var best = Rank(Asked(1, 3, daysAgo: 2), Asked(2, 0, daysAgo: 20));
        Assert.Equal(People.Number(2), best[0].Who.Id);
        Assert.Equal(6, FairnessOf(best[0]) - FairnessOf(best[1]));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Whoever_was_not_asked_for_thirty_days_gets_a_bonus(int daysAgo, bool isForgotten) =>
        Assert.Equal(isForgotten, Rank(Asked(1, 0, daysAgo))[0].Value.Lines.Contains(new ValueLine(ValueTerm.Forgotten, 8, daysAgo)));

    [Fact]
    public void A_newcomer_gets_it_at_once() =>
        Assert.Contains(new ValueLine(ValueTerm.Forgotten, 8), Rank(People.Anne())[0].Value.Lines);

    [Fact]
    public void Somebody_known_comes_first_when_that_is_wished_and_somebody_named_before_her()
    {
        var known = Asked(3, 0, 20);
        known = known with { History = known.History with { Together = new Dictionary<Guid, Together> { [People.Beneficiary] = new(2) } } };
        var need = People.Shopping() with { Wishes = new() { Continuity = true, Volunteers = People.Set(People.Number(2)) } };
        var best = Rank(need, Asked(1, 0, 20), Asked(2, 0, 20), known);
        Assert.Contains(new ValueLine(ValueTerm.Continuity, 10, 2), best.Single(c => c.Who.Id == known.Id).Value.Lines);
        Assert.Contains(new ValueLine(ValueTerm.Preferred, 15), best.Single(c => c.Who.Id == People.Number(2)).Value.Lines);
        Assert.Equal(People.Number(1), best[^1].Who.Id);
    }

    private static double FairnessOf(RankedCandidate c) => c.Value.Lines.Where(l => l.Term == ValueTerm.Fairness).Sum(l => l.Points);

    private static Candidate Asked(int number, int times, int daysAgo) => People.Anne(number) with
    {
        History = new() { AskedLast14Days = times, LastAskedAt = People.Now - Duration.FromDays(daysAgo) },
    };

    private static IReadOnlyList<RankedCandidate> Rank(params Candidate[] pool) => Rank(People.Shopping(), pool);

    private static IReadOnlyList<RankedCandidate> Rank(Need need, params Candidate[] pool) =>
        CandidateIndex.Build(pool, CardFile.Default, People.Index with { Rarity = Rarity.Nothing }).Rank(need).Best;
}
