using CsCheck;
using Tisserand.Matching.Solicitation;

namespace Tisserand.Matching.Tests.Asking;

/// <summary>Oracle: every subset, and every way its members can answer.</summary>
public sealed class The_smallest_wave
{
    private sealed record Case(Probability[] Chances, Probability Target, int Places);

    private static readonly Gen<Case> Cases =
        from chances in Gen.Frequency((8, Gen.Double[0, 1]), (1, Gen.Const(0.0)), (1, Gen.Const(1.0))).Array[0, 8]
        from target in Gen.Double[0, 0.99]
        from places in Gen.Int[1, 3]
        select new Case([.. chances.Select(p => new Probability(p))], new(target), places);

    [Fact]
    public void Reaches_the_target_or_asks_everybody() => Cases.Sample(c =>
    {
        var wave = Waves.Smallest(c.Chances, c.Target, c.Places);
        return wave.Length == c.Chances.Length || Enough(wave.Select(i => c.Chances[i]), c.Places) >= c.Target.Value - 1e-12;
    });

    [Fact]
    public void No_smaller_set_reaches_the_target() => Cases.Sample(c =>
    {
        var wave = Waves.Smallest(c.Chances, c.Target, c.Places);
        return Subsets(c.Chances).Where(s => s.Count < wave.Length).All(s => Enough(s, c.Places) < c.Target.Value + 1e-12);
    });

    [Fact]
    public void Takes_the_likeliest_first_and_ties_by_index() => Cases.Sample(c =>
    {
        var wave = Waves.Smallest(c.Chances, c.Target, c.Places);
        Assert.Equal(Enumerable.Range(0, c.Chances.Length).OrderByDescending(i => c.Chances[i].Value).ThenBy(i => i).Take(wave.Length), wave);
    });

    [Fact]
    public void From_the_top_no_shorter_prefix_reaches_the_target() => Gen.Select(Cases, Gen.Int[0, 3]).Sample((c, waiting) =>
    {
        var (asked, list) = (c.Chances.Take(waiting).ToList(), c.Chances.Skip(waiting).ToList());
        var length = Waves.FromTheTop(asked, list, c.Target, c.Places);
        for (var shorter = 0; shorter < length; shorter++)
            Assert.True(Enough(asked.Concat(list.Take(shorter)), c.Places) < c.Target.Value + 1e-12);
        Assert.True(length == list.Count || Enough(asked.Concat(list.Take(length)), c.Places) >= c.Target.Value - 1e-12);
    });

    [Fact]
    public void The_chance_of_enough_counts_every_way_to_answer() => Cases.Sample(c =>
        Math.Abs(Waves.ChanceOfEnough(c.Chances, c.Places).Value - Enough(c.Chances, c.Places)) < 1e-12);

    [Fact]
    public void Half_chances_need_four_for_nine_in_ten() =>
        Assert.Equal([0, 1, 2, 3], Waves.Smallest(Enumerable.Repeat(new Probability(0.5), 9).ToArray(), new(0.9)));     // 1 − 1/16

    [Fact]
    public void No_place_wanted_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Waves.ChanceOfEnough([], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Waves.Smallest([new(0.5)], new(0.9), 0));
    }

    private static IEnumerable<List<Probability>> Subsets(Probability[] all) =>
        Enumerable.Range(0, 1 << all.Length).Select(mask => all.Where((_, i) => (mask >> i & 1) == 1).ToList());

    private static double Enough(IEnumerable<Probability> people, int places)
    {
        var all = people.ToList();
        return Enumerable.Range(0, 1 << all.Count).Where(yes => int.PopCount(yes) >= places)
            .Sum(yes => all.Select((p, i) => (yes >> i & 1) == 1 ? p.Value : 1 - p.Value).Aggregate(1.0, (a, b) => a * b));
    }
}
