using System.Numerics;
using System.Text;

namespace Tisserand.Simulation;

/// <summary>A stream of chance that is the same on every machine: same seed and path, same draws.</summary>
/// <remarks>
/// xoshiro256** 1.0 (Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators", ACM Transactions on
/// Mathematical Software 47(4), 36), its four words filled by SplitMix64 from the stream's key. Logarithm and exponential
/// are <see cref="SteadyMath"/>'s, since those of the platform may differ in their last digit. A stream is not thread-safe:
/// each item draws from its own, so that neither order nor number of threads changes anything.
/// </remarks>
public sealed class Chance
{
    private const double TwoToMinus53 = 1.0 / (1L << 53);
    private const double LargestDirectPoisson = 30;

    private readonly ulong _key;
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>The stream of a whole run.</summary>
    public Chance(long seed) : this(SplitMix64.Mix(unchecked((ulong)seed))) { }

    private Chance(ulong key)
    {
        _key = key;
        var filler = new SplitMix64(key);
        (_s0, _s1, _s2, _s3) = (filler.Next(), filler.Next(), filler.Next(), filler.Next());
    }

    /// <summary>A stream with the given state, to compare with the authors' own figures.</summary>
    internal Chance(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>The stream of one item; it depends on this stream's seed and path, not on what was drawn from it.</summary>
    public Chance Of(long index) => new(SplitMix64.Mix(_key ^ SplitMix64.Mix(unchecked((ulong)index) + 0x9E37_79B9_7F4A_7C15)));

    /// <summary>The stream of one subject, such as <c>names</c>, so that adding a subject moves no other.</summary>
    public Chance Of(string subject)
    {
        var hash = 0xCBF2_9CE4_8422_2325;                  // FNV-1a
        foreach (var b in Encoding.UTF8.GetBytes(subject))
            hash = unchecked((hash ^ b) * 0x100_0000_01B3);
        return new(SplitMix64.Mix(_key ^ SplitMix64.Mix(hash)));
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = unchecked(BitOperations.RotateLeft(_s1 * 5, 7) * 9);
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), in steps of 2⁻⁵³.</summary>
    public double Next() => (NextBits() >> 11) * TwoToMinus53;

    /// <summary>Uniform among 0 … <paramref name="below"/> − 1, without bias (Lemire 2019, ACM TOMACS 29(1), 3).</summary>
    public int NextInt(int below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        var size = (ulong)below;
        var high = Math.BigMul(NextBits(), size, out var low);
        if (low < size)
            for (var threshold = unchecked(0 - size) % size; low < threshold;)
                high = Math.BigMul(NextBits(), size, out low);
        return (int)high;
    }

    /// <summary>Uniform among <paramref name="from"/> … <paramref name="until"/> − 1.</summary>
    public int NextInt(int from, int until) => from + NextInt(checked(until - from));

    /// <summary>True with chance <paramref name="p"/>; values outside 0–1 mean never and always.</summary>
    public bool Bernoulli(double p) => Next() < p;

    /// <summary>One of them, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> among) => among[NextInt(among.Count)];

    /// <summary>An index, in proportion to its weight; weights are at least 0 and not all 0.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += weight >= 0 ? weight : throw new ArgumentOutOfRangeException(nameof(weights), "A weight is at least 0.");
        if (total <= 0)
            throw new ArgumentException("Some weight must be above 0.", nameof(weights));

        var left = Next() * total;
        var last = 0;
        for (var i = 0; i < weights.Count; i++)
        {
            if (weights[i] <= 0)
                continue;
            last = i;
            left -= weights[i];
            if (left < 0)
                break;
        }
        return last;
    }

    /// <summary>Puts them in a random order, each as likely (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Normal (Marsaglia's polar method; its second value is not kept, so a draw never depends on the one before).</summary>
    public double Normal(double mean = 0, double deviation = 1)
    {
        while (true)
        {
            var (x, y) = (2 * Next() - 1, 2 * Next() - 1);
            var s = x * x + y * y;
            if (s is > 0 and < 1)
                return mean + deviation * x * Math.Sqrt(-2 * SteadyMath.Log(s) / s);
        }
    }

    /// <summary>Log-normal with the given median; <paramref name="sigma"/> is the deviation of its natural logarithm.</summary>
    public double LogNormal(double median, double sigma) => median * SteadyMath.Exp(Normal(0, sigma));

    /// <summary>Exponential waiting time with the given mean.</summary>
    public double Exponential(double mean) => -mean * SteadyMath.Log(1 - Next());

    /// <summary>A Poisson count. Time grows with the mean: meant for means up to some thousands.</summary>
    public int Poisson(double mean)
    {
        if (mean is not (>= 0 and <= 1_000_000))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean count lies between 0 and 1,000,000.");
        var count = 0;
        for (; mean > LargestDirectPoisson; mean -= LargestDirectPoisson)      // a sum of Poisson counts is one
            count += SmallPoisson(LargestDirectPoisson);
        return count + SmallPoisson(mean);
    }

    private int SmallPoisson(double mean)                   // Knuth: multiply until below e^-mean
    {
        var stop = SteadyMath.Exp(-mean);
        var count = 0;
        for (var product = Next(); product > stop; product *= Next())
            count++;
        return count;
    }
}

/// <summary>SplitMix64 (Steele, Lea and Flood 2014, OOPSLA, 453–472): fills states and mixes keys.</summary>
internal struct SplitMix64(ulong state)
{
    private ulong _state = state;

    public ulong Next() => Finish(_state = unchecked(_state + 0x9E37_79B9_7F4A_7C15));

    public static ulong Mix(ulong value) => Finish(unchecked(value + 0x9E37_79B9_7F4A_7C15));

    private static ulong Finish(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
    }
}
