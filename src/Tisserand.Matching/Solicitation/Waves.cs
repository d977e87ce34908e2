namespace Tisserand.Matching.Solicitation;

/// <summary>How many people to ask at once.</summary>
public static class Waves
{
    /// <summary>The fewest volunteers to ask at once so that enough say yes with the wanted chance.</summary>
    /// <param name="chances">Chance of a yes for each of n candidates, in any order; answers are independent.</param>
    /// <param name="target">Wanted chance of at least <paramref name="places"/> yes.</param>
    /// <param name="places">People wanted, at least 1.</param>
    /// <returns>Indices into <paramref name="chances"/>, likeliest first, ties by index; all n of them when
    /// even that misses the target.</returns>
    /// <remarks>The chance of enough yes rises with each pᵢ, so among sets of one size the largest pᵢ maximise it, and some
    /// prefix of the sorted candidates is optimal. O(n log n + n × places) time, O(n + places) memory.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one place.</exception>
    public static int[] Smallest(ReadOnlySpan<Probability> chances, Probability target, int places = 1)
    {
        var chance = chances.ToArray();
        var order = Enumerable.Range(0, chance.Length).OrderByDescending(i => chance[i].Value).ToArray();
        var sorted = Array.ConvertAll(order, i => chance[i]);
        return order[..FromTheTop([], sorted, target, places)];
    }

    /// <summary>How many to ask from the top of an ordered list, besides those whose answers are awaited.</summary>
    /// <param name="waiting">Chances of those already asked who may still answer.</param>
    /// <param name="list">Chances of those who can be asked, in the order they will be.</param>
    /// <param name="target">Wanted chance of at least <paramref name="places"/> yes.</param>
    /// <param name="places">People wanted, at least 1.</param>
    /// <returns>The smallest prefix that reaches the target; the whole list when even that misses it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one place.</exception>
    public static int FromTheTop(IEnumerable<Probability> waiting, IReadOnlyList<Probability> list, Probability target, int places = 1)
    {
        var yes = new YesCount(places);
        foreach (var chance in waiting) yes.Add(chance);
        var asked = 0;
        while (asked < list.Count && yes.Enough < target.Value) yes.Add(list[asked++]);
        return asked;
    }

    /// <summary>Chance that at least <paramref name="places"/> of these people say yes, their answers being independent.</summary>
    /// <remarks>Poisson-binomial distribution, by its recurrence: O(n × places) time, O(places) memory.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one place.</exception>
    public static Probability ChanceOfEnough(IEnumerable<Probability> chances, int places = 1)
    {
        var yes = new YesCount(places);
        foreach (var chance in chances) yes.Add(chance);
        return new(yes.Enough);
    }

    /// <summary>Distribution of the number of yes below the wanted number, person after person.</summary>
    private sealed class YesCount
    {
        private readonly double[] _exactly;                // _exactly[j]: chance of j yes so far, for j below the number wanted

        public YesCount(int places)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
            _exactly = new double[places];
            _exactly[0] = 1;
        }

        public double Enough { get; private set; }

        public void Add(Probability chance)
        {
            var p = chance.Value;
            Enough = Math.Min(1, Enough + _exactly[^1] * p);
            for (var j = _exactly.Length - 1; j > 0; j--) _exactly[j] = _exactly[j] * (1 - p) + _exactly[j - 1] * p;
            _exactly[0] *= 1 - p;
        }
    }
}
