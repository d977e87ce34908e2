namespace Tisserand.Matching;

/// <summary>Points that depend on the person and the first level of a need only, added up once per pool.</summary>
internal sealed class StandingPoints
{
    private readonly Dictionary<string, Columns> _byFirstLevel = new(StringComparer.Ordinal);
    private readonly Columns _elsewhere;

    public sealed record Columns(short[] Acceptance, short[] Visit, short[] BestAcceptance, short[] BestVisit);

    public StandingPoints(Candidate[] people, CardPoints acceptance, CardPoints visit)
    {
        var levels = people.SelectMany(p => p.History.Answers.Keys.Concat(p.History.VisitsDone.Keys)).ToHashSet(StringComparer.Ordinal);
        int[] common = [.. people.Select(p =>
            acceptance.Of(AcceptanceFeatures.Fatigue, FeatureValue.Of(p.History.AskedLast14Days))
            + acceptance.Of(AcceptanceFeatures.Silence, AcceptanceFeatures.SilenceOf(p)))];

        Columns For(string? level)
        {
            short[] a = [.. people.Select((p, i) => (short)(common[i]
                + acceptance.Of(AcceptanceFeatures.PastAnswers, AcceptanceFeatures.PastAnswersOf(p, level ?? ""))))];
            short[] b = [.. people.Select(p => (short)visit.Of(
                VisitFeatures.Experience, FeatureValue.Of(p.History.VisitsDone.GetValueOrDefault(level ?? ""))))];
            return new Columns(a, b, BestOfBlocks(a), BestOfBlocks(b));
        }

        foreach (var level in levels) _byFirstLevel[level] = For(level);
        _elsewhere = For(null);
    }

    public Columns Of(string firstLevel) => _byFirstLevel.GetValueOrDefault(firstLevel, _elsewhere);

    public static short[] BestOfBlocks(short[] points) => [.. points.Chunk(64).Select(block => block.Max())];
}
