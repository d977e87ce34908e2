using System.Collections.Immutable;

namespace Tisserand.Matching;

/// <summary>Something a card can look at.</summary>
/// <param name="Key">Its key in card files and sentences.</param>
/// <param name="Cases">Named cases it can take; each needs a bin.</param>
/// <param name="IsNumeric">Whether it can also be a number, which falls into the bins with bounds.</param>
/// <param name="Of">Reads it from a pair.</param>
public sealed record Feature(string Key, ImmutableArray<string> Cases, bool IsNumeric, Func<Pair, FeatureValue> Of)
{
    internal static Feature Number(string key, Func<Pair, double> of) => new(key, [], true, p => FeatureValue.Of(of(p)));

    internal static Feature Named(string key, string[] cases, Func<Pair, FeatureValue> of) => new(key, [.. cases], false, of);

    internal static Feature Mixed(string key, string[] cases, Func<Pair, FeatureValue> of) => new(key, [.. cases], true, of);
}
