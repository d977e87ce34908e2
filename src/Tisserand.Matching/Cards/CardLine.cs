namespace Tisserand.Matching;

/// <summary>What a feature is worth for one pair: a named case, a number, or both.</summary>
/// <param name="Case">Named case such as <c>likes</c> or <c>none</c>; null when only the number counts.</param>
/// <param name="Number">The figure, in the feature's unit; a weekday for the slot.</param>
public readonly record struct FeatureValue(string? Case, double Number)
{
    public static FeatureValue Of(double number) => new(null, number);

    public static FeatureValue Of(string name) => new(name, 0);
}

/// <summary>One line of a card: what was looked at, what was found, what it is worth.</summary>
/// <param name="Feature">Key of the feature, such as <c>travel</c>.</param>
/// <param name="Bin">Key of the bin it fell into.</param>
/// <param name="Points">Points of that bin.</param>
/// <param name="Value">The figure behind it, for the sentence.</param>
public sealed record CardLine(string Feature, string Bin, int Points, FeatureValue Value);

/// <summary>A card filled in: base + points of the lines = score; calibration turns the score into a chance.</summary>
public sealed record CardScore(int Base, IReadOnlyList<CardLine> Lines, int Score, Chance Chance);
