using CsCheck;
using Tisserand.France;

namespace Tisserand.Matching.Tests.Ranking;

/// <summary>Blocks are passed over by what they could hold at best; these are the promises that make it safe.</summary>
public sealed class Passing_over_a_block
{
    private static readonly Gen<(int Seed, int Count)> Pools = Gen.Select(Gen.Int, Gen.Int[200, 800]);

    [Fact]
    public void Nobody_who_could_come_lives_in_a_block_out_of_reach() => ForEveryone((index, need, person, _) =>
    {
        var who = index.People[person];
        var travel = Travel.Between(CommuneTable.Shipped, who.Home, need.From, who.Mode);
        var km = index.Blocks.WithinReach(person / 64, index.Blocks.From(need.From));
        if (travel.ComparedWith(who.TravelBudget.TotalMinutes) != TravelVerdict.TooFar) Assert.NotNull(km);
        if (km is not null) Assert.InRange(travel.AboutMinutes, index.Blocks.LeastAboutMinutes(person / 64, km.Value), int.MaxValue);
    });

    [Fact]
    public void Nobody_is_worth_more_than_her_bound_or_that_of_her_block() => ForEveryone((index, need, person, points) =>
    {
        var verdict = index.WhyNot(need, index.People[person].Id)!;
        if (!verdict.IsEligible) return;
        var value = points.Of(person, verdict.Travel.AboutMinutes, verdict.Start!.Value.ToUnixTimeTicks(), reserve: 0);
        var km = index.Blocks.WithinReach(person / 64, index.Blocks.From(need.From));
        var about = index.Blocks.LeastAboutMinutes(person / 64, km!.Value);
        Assert.InRange(value, double.NegativeInfinity, points.BoundOf(person, about, reserve: 0));
        Assert.InRange(value, double.NegativeInfinity, points.BoundOfBlock(person / 64, ulong.MaxValue, about));
    });

    [Fact]
    public void Nobody_who_is_free_is_taken_for_busy_by_the_slots() => ForEveryone((index, need, person, _) =>
    {
        if (index.WhyNot(need, index.People[person].Id)!.Start is null) return;
        if (index.Times.RunsOf(TimeRules.Windows(need), need.Booked.BclCompatibleTicks) is not { } runs) return;
        Assert.NotEqual(0UL, index.Times.PerhapsFree(person / 64, 1UL << person % 64, runs));
    });

    [Fact]
    public void Neighbours_in_a_wide_commune_count_as_near_however_far_its_point_is()
    {
        var atThePoint = Enumerable.Range(1, 64).Select(n => People.Anne(n) with
        {
            Home = new Place("44067", null),                                    // 105 km²
            TravelBudget = NodaTime.Duration.FromMinutes(5),
        });
        var edge = CommuneTable.Shipped.Find("44067")!.Point!.Value;
        var need = People.Shopping() with { From = new Place("44067", edge with { LatitudeDegrees = edge.LatitudeDegrees + 0.08 }) };
        Assert.Equal(10, CandidateIndex.Build(atThePoint, CardFile.Default, People.Index).Rank(need).Best.Count);
    }

    [Fact]
    public void A_block_that_cannot_beat_the_tenth_is_passed_over()
    {
        var near = Enumerable.Range(1, 640).Select(People.Anne);
        var far = Enumerable.Range(1000, 6400).Select(n => People.Anne(n) with
        {
            Home = People.Rennes,
            TravelBudget = NodaTime.Duration.FromHours(2),
        });
        var need = People.Shopping();
        var index = CandidateIndex.Build(near.Concat(far), CardFile.Default, People.Index);
        var points = new PairPoints(index, need);
        var tenth = index.Rank(need).Best[^1].Value.Total;
        var origin = index.Blocks.From(need.From);
        Assert.Equal(100, Enumerable.Range(0, index.Blocks.Count).Count(b =>
            points.BoundOfBlock(b, ulong.MaxValue, index.Blocks.LeastAboutMinutes(b, index.Blocks.WithinReach(b, origin)!.Value)) < tenth));
    }

    private static void ForEveryone(Action<CandidateIndex, Need, int, PairPoints> promise) => Pools.Sample(given =>
    {
        var invented = new InventedPool(given.Seed);
        var pool = invented.Volunteers(given.Count);
        var index = CandidateIndex.Build(pool, CardFile.Default, People.Index);
        var need = invented.Need(pool);
        var points = new PairPoints(index, need);
        for (var person = 0; person < index.Count; person++) promise(index, need, person, points);
    }, iter: 25);
}
