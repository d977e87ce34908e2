using CsCheck;
using Tisserand.France;

namespace Tisserand.Matching.Tests.Ranking;

public sealed class Ranking_a_pool
{
    private static readonly Gen<(int Seed, int Count)> Pools = Gen.Select(Gen.Int, Gen.OneOf(Gen.Int[0, 70], Gen.Int[300, 2500]));

    [Fact]
    public void It_gives_the_same_ten_as_the_plain_rules() => Pools.Sample(given =>
    {
        var invented = new InventedPool(given.Seed);
        var pool = invented.Volunteers(given.Count);
        var index = CandidateIndex.Build(pool, CardFile.Default, People.Index);
        var plain = new LinqRanking(pool, CardFile.Default, index.Rarity, CommuneTable.Shipped);
        for (var i = 0; i < 5; i++)
        {
            var need = invented.Need(pool);
            var best = index.Rank(need).Best;
            Assert.Equal(plain.Best(need, 10), best.Select(c => new LinqRanking.Placed(c.Who.Id, c.Start, c.Value.Total)));
        }
    }, iter: 300);

    [Fact]
    public void Somebody_is_eligible_exactly_when_no_obstacle_is_found() => Pools.Sample(given =>
    {
        var invented = new InventedPool(given.Seed);
        var pool = invented.Volunteers(given.Count);
        var index = CandidateIndex.Build(pool, CardFile.Default, People.Index);
        var need = invented.Need(pool);
        var ranked = index.Rank(need, take: pool.Count + 1).Best.Select(c => c.Who.Id).ToHashSet();
        Assert.All(pool, who => Assert.Equal(ranked.Contains(who.Id), index.WhyNot(need, who.Id)!.IsEligible));
    }, iter: 150);

    [Fact]
    public void The_order_in_which_people_are_given_plays_no_part() => Pools.Sample(given =>
    {
        var invented = new InventedPool(given.Seed);
        var pool = invented.Volunteers(given.Count);
        var need = invented.Need(pool);
        Candidate[] shuffled = [.. pool];
        new Random(given.Seed).Shuffle(shuffled);
        Assert.Equal(Ids(pool, need), Ids(shuffled, need));
    }, iter: 100);

    [Fact]
    public void Whoever_stands_under_the_tenth_can_leave_without_a_change() => Pools.Sample(given =>
    {
        var invented = new InventedPool(given.Seed);
        var pool = invented.Volunteers(given.Count);
        var need = invented.Need(pool);
        var fixedRarity = People.Index with { Rarity = Rarity.Nothing };           // rarity is a property of the whole pool
        var best = Ids(pool, need, fixedRarity);
        var left = pool.Where((who, i) => best.Contains(who.Id) || i % 3 == 0).ToList();
        Assert.Equal(best, Ids(left, need, fixedRarity));
    }, iter: 100);

    [Fact]
    public void The_best_three_are_the_first_of_the_best_ten() => Pools.Sample(given =>
    {
        var invented = new InventedPool(given.Seed);
        var pool = invented.Volunteers(given.Count);
        var need = invented.Need(pool);
        var index = CandidateIndex.Build(pool, CardFile.Default, People.Index);
        Assert.Equal(index.Rank(need, 10).Best.Take(3).Select(c => c.Who.Id), index.Rank(need, 3).Best.Select(c => c.Who.Id));
    }, iter: 50);

    [Fact]
    public void A_need_outside_the_horizon_is_ranked_all_the_same()
    {
        var late = People.Shopping() with { StartWindows = [People.At(People.Thursday14 + NodaTime.Duration.FromDays(60))] };
        var anne = People.Anne() with { Availability = [new(People.Now, People.Now + NodaTime.Duration.FromDays(90))] };
        var ranked = CandidateIndex.Build([anne], CardFile.Default, People.Index).Rank(late).Best;
        Assert.Equal(anne.Id, Assert.Single(ranked).Who.Id);
    }

    [Fact]
    public void Equals_are_ordered_by_id()
    {
        var twins = Enumerable.Range(1, 200).Reverse().Select(People.Anne).ToList();
        var best = CandidateIndex.Build(twins, CardFile.Default, People.Index).Rank(People.Shopping()).Best;
        Assert.Equal(Enumerable.Range(1, 10).Select(People.Number), best.Select(c => c.Who.Id));
    }

    [Fact]
    public void Nobody_is_known_twice_and_nobody_unknown_is_judged()
    {
        Assert.Throws<ArgumentException>(() => CandidateIndex.Build([People.Anne(), People.Anne()], CardFile.Default, People.Index));
        Assert.Null(CandidateIndex.Build([People.Anne()], CardFile.Default, People.Index).WhyNot(People.Shopping(), People.Number(77)));
    }

    [Fact]
    public void A_need_without_a_start_or_a_length_is_refused()
    {
        var index = CandidateIndex.Build([People.Anne()], CardFile.Default, People.Index);
        Assert.Throws<ArgumentException>(() => index.Rank(People.Shopping() with { StartWindows = [] }));
        Assert.Throws<ArgumentException>(() => index.Rank(People.Shopping() with { Booked = NodaTime.Duration.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Rank(People.Shopping(), take: 0));
    }

    private static List<Guid> Ids(IEnumerable<Candidate> pool, Need need, IndexOptions? options = null) =>
        [.. CandidateIndex.Build(pool, CardFile.Default, options ?? People.Index).Rank(need).Best.Select(c => c.Who.Id)];
}
