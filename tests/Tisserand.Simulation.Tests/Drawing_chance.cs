using CsCheck;

namespace Tisserand.Simulation.Tests;

public sealed class Drawing_chance
{
    private const int Many = 200_000;

    [Fact]
    public void Bits_are_those_of_the_authors_for_the_state_1_2_3_4()
    {
        var chance = new Chance(1, 2, 3, 4);

        Assert.Equal([11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600],
            Enumerable.Range(0, 6).Select(_ => chance.NextBits()));
    }

    [Fact]
    public void The_filler_gives_the_known_figures_for_1234567()
    {
        var filler = new SplitMix64(1234567);

        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423],
            new[] { filler.Next(), filler.Next(), filler.Next() });
    }

    [Fact]
    public void The_same_seed_and_path_give_the_same_draws() => Gen.Long.Select(Gen.Long, Gen.String[Gen.Char.AlphaNumeric, 0, 8])
        .Sample((seed, index, subject) => Assert.Equal(
            First(new Chance(seed).Of(subject).Of(index)), First(new Chance(seed).Of(subject).Of(index))));

    [Fact]
    public void A_stream_does_not_depend_on_what_its_parent_drew()
    {
        var (fresh, used) = (new Chance(7), new Chance(7));
        for (var i = 0; i < 100; i++)
            used.Next();

        Assert.Equal(First(fresh.Of(3)), First(used.Of(3)));
    }

    [Fact]
    public void Streams_of_neighbours_differ()
    {
        var run = new Chance(1);
        var firsts = Enumerable.Range(0, 10_000).Select(i => run.Of(i).NextBits())
            .Concat(Enumerable.Range(0, 10_000).Select(i => run.Of($"subject {i}").NextBits()))
            .Concat(Enumerable.Range(2, 10_000).Select(seed => new Chance(seed).NextBits())).ToList();

        Assert.Equal(firsts.Count, firsts.Distinct().Count());
    }

    [Fact]
    public void First_draws_of_neighbouring_streams_are_uniform()
    {
        var run = new Chance(1);

        AssertUniform(Enumerable.Range(0, Many).Select(i => run.Of(i).NextInt(10)), 10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(97)]
    public void Whole_numbers_are_uniform(int below)
    {
        var chance = new Chance(11);

        AssertUniform(Enumerable.Range(0, Many).Select(_ => chance.NextInt(below)), below);
    }

    [Fact]
    public void Whole_numbers_stay_between_their_ends() => Gen.Int[-1000, 1000].Select(Gen.Int[1, 2000], Gen.Long).Sample((from, size, seed) =>
        new Chance(seed).NextInt(from, from + size) is var n && n >= from && n < from + size);

    [Fact]
    public void Fractions_stay_below_one_and_have_the_mean_of_a_half()
    {
        var draws = Draw(c => c.Next());

        Assert.All(draws, x => Assert.InRange(x, 0, 1 - 1e-16));
        AssertMeanAndVariance(draws, 0.5, 1.0 / 12);
    }

    [Fact]
    public void Normal_has_its_mean_its_deviation_and_thin_tails()
    {
        var draws = Draw(c => c.Normal(10, 3));

        AssertMeanAndVariance(draws, 10, 9);
        Assert.InRange(draws.Count(x => Math.Abs(x - 10) > 6) / (double)Many, 0.0435, 0.0475);      // 4.55 % outside two deviations
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(30)]
    [InlineData(71.5)]
    public void Poisson_has_its_mean_for_variance(double mean) => AssertMeanAndVariance(Draw(c => c.Poisson(mean)), mean, mean);

    [Fact]
    public void Exponential_has_the_square_of_its_mean_for_variance() => AssertMeanAndVariance(Draw(c => c.Exponential(5)), 5, 25);

    [Fact]
    public void Half_of_the_log_normal_lies_under_its_median() =>
        Assert.InRange(Draw(c => c.LogNormal(90, 1.2)).Count(x => x < 90) / (double)Many, 0.495, 0.505);

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(0, 0)]
    [InlineData(0.25, 0.25)]
    [InlineData(1, 1)]
    public void A_coin_falls_as_often_as_it_should(double p, double share) =>
        Assert.Equal(share, Draw(c => c.Bernoulli(p) ? 1 : 0).Average(), 0.005);

    [Fact]
    public void Weights_are_kept_and_zero_is_never_drawn()
    {
        var counts = Draw(c => c.Weighted([0, 1, 0, 3, 0])).CountBy(i => i).ToDictionary();

        Assert.Equal([1.0, 3.0], counts.Keys.Order());
        Assert.Equal(0.75, counts[3] / (double)Many, 0.005);
    }

    [Fact]
    public void A_shuffle_keeps_everybody_and_puts_each_first_as_often()
    {
        var chance = new Chance(5);
        var firsts = new List<int>();
        for (var round = 0; round < Many / 4; round++)
        {
            int[] items = [0, 1, 2, 3, 4];
            chance.Shuffle(items.AsSpan());
            Assert.Equal([0, 1, 2, 3, 4], items.Order());
            firsts.Add(items[0]);
        }

        AssertUniform(firsts, 5);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        var chance = new Chance(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => chance.NextInt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => chance.Poisson(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => chance.Poisson(double.NaN));
        Assert.Throws<ArgumentException>(() => chance.Weighted([0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => chance.Weighted([1, -1]));
    }

    private static ulong[] First(Chance chance) => [chance.NextBits(), chance.NextBits(), chance.NextBits()];

    private static List<double> Draw(Func<Chance, double> one)
    {
        var chance = new Chance(20261125);
        return [.. Enumerable.Range(0, Many).Select(_ => one(chance))];
    }

    private static void AssertMeanAndVariance(List<double> draws, double mean, double variance)
    {
        var found = draws.Average();
        var spread = draws.Sum(x => (x - found) * (x - found)) / draws.Count;
        Assert.Equal(mean, found, 5 * Math.Sqrt(variance / draws.Count) + 1e-12);                   // five standard errors
        Assert.Equal(variance, spread, 0.03 * variance + 1e-12);
    }

    private static void AssertUniform(IEnumerable<int> draws, int size)
    {
        var counts = new int[size];
        foreach (var draw in draws)
            counts[draw]++;
        var expected = counts.Sum() / (double)size;
        var square = counts.Sum(c => (c - expected) * (c - expected) / expected);
        Assert.InRange(square, 0, size - 1 + 4 * Math.Sqrt(2.0 * Math.Max(1, size - 1)) + 4);       // chi-squared, four deviations
    }
}
