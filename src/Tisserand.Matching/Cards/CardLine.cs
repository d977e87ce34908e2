namespace Tisserand.Matching;

/// <summary>What a feature is worth for one pair: a named case or a number, with counts for the sentence.</summary>
/// <param name="Case">Named case such as <c>likes</c> or <c>none</c>; null when the number decides the bin.</param>
/// <param name="Number">The figure that decides the bin, in the feature's unit.</param>
/// <param name="Count">A count to be said ("3 fois…"), or the ISO weekday of the slot.</param>
/// <param name="OutOf">What the count is out of ("… sur 4").</param>
public readonly record struct FeatureValue(string? Case, double Number, int Count = 0, int OutOf = 0)
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
