namespace Tisserand.Matching;

/// <summary>What the cooperative wants beyond prediction, in points of value. Never calibrated.</summary>
public sealed record Policy
{
    /// <summary>Points of a pair that is certain to say yes and certain to go well (A × B = 1).</summary>
    public required int QualityPoints { get; init; }

    /// <summary>By solicitations of the last 14 days; bounds rise, the last has none.</summary>
    public required PolicyRule<IReadOnlyList<Step>> Fairness { get; init; }

    /// <summary>Available and not asked for a long time.</summary>
    public required PolicyRule<ForgottenRule> Forgotten { get; init; }

    /// <summary>Something rare that this need can do without.</summary>
    public required PolicyRule<ReserveRule> Reserve { get; init; }

    /// <summary>Points when the beneficiary would rather see somebody she knows, and knows her.</summary>
    public required PolicyRule<int> Continuity { get; init; }

    /// <summary>Points when the beneficiary asked for her by name.</summary>
    public required PolicyRule<int> Preferred { get; init; }

    /// <summary>How far apart two pairs of one request can lie at most.</summary>
    public int Spread => QualityPoints + Fairness.Rule.Max(s => s.Worth) - Fairness.Rule.Min(s => s.Worth)
        + Math.Abs(Forgotten.Rule.Points) + Math.Abs(Reserve.Rule.Points)
        + Math.Abs(Continuity.Rule) + Math.Abs(Preferred.Rule);

    internal int FairnessPoints(int askedLast14Days) => Step.Of(Fairness.Rule, askedLast14Days);
}

/// <summary>A rule with the reason somebody may ask for.</summary>
public sealed record PolicyRule<T>(string Label, string Why, T Rule);

/// <summary>What a figure below a bound (excluded) is worth, in points or priority steps; no bound for the last.</summary>
public sealed record Step(int Worth, double? Below = null)
{
    /// <summary>Worth of the first step whose bound lies above the figure.</summary>
    public static int Of(IReadOnlyList<Step> steps, double figure) => steps.First(s => !(figure >= s.Below)).Worth;
}

/// <param name="AfterDays">Days without a solicitation; whoever was never asked counts at once.</param>
/// <param name="Points">Points from then on.</param>
public sealed record ForgottenRule(int AfterDays, int Points);

/// <param name="RareShare">A trait is rare when at most this share of the pool has it, rounded up to one person.</param>
/// <param name="ManyCan">From so many eligible volunteers without a rare trait the whole penalty counts; under it,
/// its proportion; none when nobody else can.</param>
/// <param name="Points">The penalty, 0 or less.</param>
public sealed record ReserveRule(double RareShare, int ManyCan, int Points)
{
    /// <summary>Penalty when that many eligible volunteers hold nothing rare, rounded towards 0.</summary>
    internal int PointsWhen(int ordinary) => Points * Math.Min(ordinary, ManyCan) / ManyCan;
}
