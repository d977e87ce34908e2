namespace Tisserand.Matching;

/// <summary>A card laid out for looking points up.</summary>
internal sealed class CardPoints
{
    private readonly Card _card;
    private readonly int _least;
    private readonly double[] _chances;

    public CardPoints(Card card)
    {
        _card = card;
        _least = card.Base + card.Features.Sum(f => f.Bins.Min(b => b.Points));
        var most = card.Base + card.Features.Sum(f => f.Bins.Max(b => b.Points));
        _chances = [.. Enumerable.Range(_least, most - _least + 1).Select(score => card.Calibration.Of(score).Of.Value)];
    }

    public int Base => _card.Base;

    /// <summary>Points of a value; 0 when the card does not look at that feature.</summary>
    public int Of(Feature feature, FeatureValue value) => Rule(feature)?.BinOf(value).Points ?? 0;

    /// <summary>Most points the feature can bring.</summary>
    public int Most(Feature feature) => Rule(feature)?.Bins.Max(b => b.Points) ?? 0;

    /// <summary>Chance of a score; a score above all sums is taken as the highest (it only serves as a bound).</summary>
    public double Chance(int score) => _chances[Math.Min(score - _least, _chances.Length - 1)];

    private CardFeature? Rule(Feature feature) => _card.Features.FirstOrDefault(f => f.Feature == feature.Key);
}
