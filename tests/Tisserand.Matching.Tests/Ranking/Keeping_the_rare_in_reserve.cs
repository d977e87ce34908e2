using Tisserand.France;

namespace Tisserand.Matching.Tests.Ranking;

public sealed class Keeping_the_rare_in_reserve
{
    private static readonly Candidate WithWheelchairCar = People.Anne(1) with { Skills = People.Set("pmr"), Likes = People.Set("courses") };

    private static List<Candidate> Town(int others) =>
        [WithWheelchairCar, .. Enumerable.Range(2, others).Select(n => People.Anne(n)), .. Enumerable.Range(500, 60).Select(FarAway)];

    [Fact]
    public void An_errand_that_many_can_do_goes_to_them()
    {
        Assert.Equal(WithWheelchairCar.Id, Rank(Town(5), reserve: false).Best[0].Who.Id);          // she would be the best
        var ranking = Rank(Town(5));
        Assert.NotEqual(WithWheelchairCar.Id, ranking.Best[0].Who.Id);
        Assert.Equal(-15, ranking.ReservePoints);
        Assert.Equal(-15, ranking.Best.Single(c => c.Who.Id == WithWheelchairCar.Id).Value.Lines.Single(l => l.Term == ValueTerm.Reserve).Points);
    }

    [Fact]
    public void When_nobody_else_can_she_comes_without_a_penalty()
    {
        var ranking = Rank(Town(0));
        Assert.DoesNotContain(Assert.Single(ranking.Best).Value.Lines, l => l.Term == ValueTerm.Reserve);
    }

    [Fact]
    public void When_few_others_can_the_penalty_is_in_proportion() => Assert.Equal(-5, Rank(Town(1)).ReservePoints);

    [Fact]
    public void What_the_need_asks_for_is_not_spent()
    {
        var ride = People.Shopping() with { UsefulSkills = People.Set("pmr") };
        Assert.Equal(WithWheelchairCar.Id, Rank(Town(5), need: ride).Best[0].Who.Id);
    }

    [Fact]
    public void A_rare_language_is_reserved_too_unless_somebody_speaks_it_there()
    {
        var speaker = WithWheelchairCar with { Skills = People.Set<string>(), Languages = People.Set("fr", "br") };
        List<Candidate> town = [speaker, .. Town(5).Skip(1)];
        Assert.NotEqual(speaker.Id, Rank(town).Best[0].Who.Id);
        var inBreton = People.Shopping() with { Wishes = new() { Languages = People.Set("br") } };
        Assert.Equal(speaker.Id, Rank(town, need: inBreton).Best[0].Who.Id);
    }

    [Fact]
    public void What_no_need_asks_for_is_not_rare()
    {
        var juggler = WithWheelchairCar with { Skills = People.Set("jonglage") };
        var rarity = Rarity.Of([juggler, .. Town(5).Skip(1)], 0.05, People.Set("pmr", "br"));
        Assert.Empty(rarity.Skills);
        Assert.False(rarity.IsSpent(juggler, People.Shopping()));
    }

    [Fact]
    public void Rare_is_what_few_have()
    {
        List<Candidate> pool = [.. Enumerable.Range(1, 100).Select(n => People.Anne(n) with { Skills = n <= 5 ? People.Set("pmr") : n <= 11 ? People.Set("portage") : People.Set<string>() })];
        Assert.Equal(["pmr"], Rarity.Of(pool, 0.05).Skills);
    }

    private static Candidate FarAway(int number) => People.Anne(number) with { Home = People.Rennes };

    private static Matching.Ranking Rank(List<Candidate> pool, bool reserve = true, Need? need = null) => CandidateIndex.Build(pool, CardFile.Default,
        reserve ? People.Index : People.Index with { Rarity = Rarity.Nothing }).Rank(need ?? People.Shopping());
}
