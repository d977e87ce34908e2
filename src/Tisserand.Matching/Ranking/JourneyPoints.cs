namespace Tisserand.Matching;

/// <summary>Points of a journey by its length, rounded to 5 minutes; longer than a day counts as a day.</summary>
internal sealed class JourneyPoints
{
    private const int Longest = 24 * 60;

    private readonly int[] _at;
    private readonly int[] _mostFrom;

    public JourneyPoints(CardPoints acceptance)
    {
        _at = [.. Enumerable.Range(0, Longest / 5 + 1).Select(i => acceptance.Of(AcceptanceFeatures.Travel, FeatureValue.Of(5 * i)))];
        _mostFrom = [.. _at];
        for (var i = _at.Length - 2; i >= 0; i--) _mostFrom[i] = Math.Max(_at[i], _mostFrom[i + 1]);
    }

    public int At(int aboutMinutes) => _at[Math.Min(Longest, aboutMinutes) / 5];

    /// <summary>The most that a journey of at least that length brings.</summary>
    public int MostFrom(int aboutMinutes) => _mostFrom[Math.Min(Longest, aboutMinutes) / 5];
}
