namespace Tisserand.Matching;

/// <summary>A chance, from 0 to 1. The default value is 0, which is valid.</summary>
public readonly record struct Probability
{
    /// <summary>The chance as a number from 0 to 1.</summary>
    public double Value { get; }

    /// <exception cref="ArgumentOutOfRangeException">The value lies outside 0–1 or is not a number.</exception>
    public Probability(double value) => Value = value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies between 0 and 1.");
}
