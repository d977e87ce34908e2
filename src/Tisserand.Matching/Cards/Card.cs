using System.Diagnostics;

namespace Tisserand.Matching;

/// <summary>An additive card: base + Σ points(feature bin), then calibration.</summary>
/// <remarks>Points are whole, so their sum is exact and the same in any order.</remarks>
public sealed record Card
{
    public required string Title { get; init; }

    /// <summary>What it predicts and how to read it, for the person who edits it.</summary>
    public required string Explanation { get; init; }

    /// <summary>Points before anything is known of the pair.</summary>
    public required int Base { get; init; }

    /// <summary>Where the base comes from.</summary>
    public required string Why { get; init; }

    public required Calibration Calibration { get; init; }

    public required IReadOnlyList<CardFeature> Features { get; init; }

    /// <summary>Fills the card in for one pair, lines in the card's own order.</summary>
    internal CardScore Fill(Pair pair, IReadOnlyList<Feature> known)
    {
        var lines = new CardLine[Features.Count];
        var score = Base;
        for (var i = 0; i < lines.Length; i++)
        {
            var rule = Features[i];
            var value = known.First(f => f.Key == rule.Feature).Of(pair);
            var bin = rule.BinOf(value);
            lines[i] = new CardLine(rule.Feature, bin.Key, bin.Points, value);
            score += bin.Points;
        }
        return new CardScore(Base, lines, score, Calibration.Of(score));
    }
}

/// <summary>How a card values one feature.</summary>
public sealed record CardFeature
{
    /// <summary>Key of a <see cref="Matching.Feature"/> of this card.</summary>
    public required string Feature { get; init; }

    public required string Label { get; init; }

    /// <summary>Unit of the bounds; null where all bins are named cases.</summary>
    public string? Unit { get; init; }

    /// <summary>Where the points come from.</summary>
    public required string Why { get; init; }

    public required IReadOnlyList<Bin> Bins { get; init; }

    /// <summary>The bin of a named case, else the first whose bound lies above the number.</summary>
    public Bin BinOf(FeatureValue value)
    {
        foreach (var bin in Bins)
        {
            if (value.Case is { } name ? bin.Case == name : bin.Case is null && !(value.Number >= bin.Below)) return bin;
        }
        throw new UnreachableException($"Card feature {Feature} has no bin for one of its values; validation asks for all.");
    }
}

/// <summary>One bin of a feature: a named case, or the numbers under a bound and not under the one before.</summary>
public sealed record Bin
{
    public required string Key { get; init; }

    public required string Label { get; init; }

    public required int Points { get; init; }

    /// <summary>Named case; null for a span of numbers.</summary>
    public string? Case { get; init; }

    /// <summary>Upper bound, excluded; null for the last span.</summary>
    public double? Below { get; init; }
}
