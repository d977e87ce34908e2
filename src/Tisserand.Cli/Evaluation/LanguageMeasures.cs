namespace Tisserand.Cli.Evaluation;

/// <summary>What is measured of understanding messages, with its target.</summary>
/// <param name="Name">Key of its label, Measure_…</param>
/// <param name="Target">The least share wanted, or the most when <paramref name="IsMost"/>.</param>
internal sealed record LanguageMeasure(string Name, double Target, bool IsMost = false)
{
    public static IReadOnlyList<LanguageMeasure> All { get; } =
    [
        new("dates", 0.85), new("wrong_dates", 0.05, IsMost: true), new("asks", 0.90), new("asks_idly", 0.10, IsMost: true),
        new("recurrence", 0.80), new("duration", 0.85),
        new("need", 0.85), new("need_three", 0.95), new("need_answered", 0.75), new("need_right", 0.95),
        new("caller", 0.85), new("beneficiary", 0.85), new("age", 0.95),
        new("place", 0.92), new("place_wrong", 0.02, IsMost: true), new("place_invented", 0.03, IsMost: true),
        new("danger_plain", 1), new("danger_hinted", 0.85), new("danger_false", 0.05, IsMost: true),
        new("urgent", 0.95), new("urgent_false", 0.08, IsMost: true), new("whole", 0.60), new("offsets", 0.99),
    ];
}

/// <summary>The scores of one exam.</summary>
/// <param name="Milliseconds">Mean per message, once started.</param>
internal sealed record LanguageScores(int Messages, IReadOnlyDictionary<string, Tally> Shares, double Milliseconds);
