namespace Tisserand.Matching;

/// <summary>Turns a score into a chance: 1 ÷ (1 + e^−(slope × score + intercept)).</summary>
/// <param name="Slope">Logits per point; above 0.</param>
/// <param name="Intercept">Logits at score 0.</param>
/// <param name="Cases">Outcomes it was fitted on; 0 for a prior.</param>
public sealed record Calibration(double Slope, double Intercept, int Cases)
{
    /// <summary>Before any history: ten points double the odds, the habit of scorecards.</summary>
    public static Calibration Prior { get; } = new(Math.Log(2) / 10, 0, 0);

    /// <summary>Before any history, for a request with its list: answers of one list hang together (same weather, same
    /// week), so the naive chance is drawn a fifth of its log-odds towards one half.</summary>
    public static Calibration ListPrior { get; } = new(0.8, 0, 0);

    public Chance Of(double score) => new(new Probability(Sigmoid(Slope * score + Intercept)), Cases);

    internal static double Sigmoid(double logit) => logit >= 0
        ? 1 / (1 + Math.Exp(-logit))
        : Math.Exp(logit) / (1 + Math.Exp(logit));
}
