using System.Diagnostics;

namespace Tisserand.Bench;

/// <summary>How long each of many calls took, one after the other on one thread.</summary>
public sealed class Timings
{
    private readonly double[] _milliseconds;

    public int Count => _milliseconds.Length;

    /// <summary>Allocated per call, in bytes.</summary>
    public long Allocated { get; }

    private Timings(double[] milliseconds, long allocated)
    {
        Array.Sort(milliseconds);
        (_milliseconds, Allocated) = (milliseconds, allocated / Math.Max(1, milliseconds.Length));
    }

    /// <summary>Times each input once, after a warm-up on the same inputs.</summary>
    public static Timings Of<T>(IReadOnlyList<T> inputs, int warmUp, Action<T> act)
    {
        for (var i = 0; i < warmUp; i++) act(inputs[i % inputs.Count]);
        var milliseconds = new double[inputs.Count];
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < inputs.Count; i++)
        {
            var from = Stopwatch.GetTimestamp();
            act(inputs[i]);
            milliseconds[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }
        return new Timings(milliseconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Nearest-rank percentile, in milliseconds.</summary>
    public double Percentile(double share) => _milliseconds[Math.Clamp((int)Math.Ceiling(share * Count) - 1, 0, Count - 1)];
}
