namespace Tisserand.Language;

/// <summary>What a sentence after a visit is good for, the gravest first.</summary>
public enum FeedbackSort { Danger, Problem, PracticalNote, Praise, Other }

/// <param name="Sorts">Each once, the gravest first; <see cref="FeedbackSort.Other"/> alone where nothing was recognised.</param>
/// <param name="Theme">Of the first problem: absence, retard, attitude, travail, accord; null without one.</param>
/// <param name="Words">The words that say it, in order.</param>
public sealed record FeedbackFound(IReadOnlyList<FeedbackSort> Sorts, string? Theme, IReadOnlyList<TextSpan> Words)
{
    public FeedbackSort First => Sorts[0];
}

/// <summary>Sorts sentences said after a visit by the rules of feedback.txt: praise, problem, practical note; danger has its own rules.</summary>
public static class ReadFeedback
{
    private const string Problem = "problème ", Praise = "bravo", Practical = "pratique", Except = " sauf";

    private static readonly Lazy<PhraseBook<string>> Book = new(() => new(RuleFile.Read("Feedback/feedback.txt").Phrases(section => section)));

    /// <summary>Reads any text; O(length).</summary>
    public static FeedbackFound In(Reading reading)
    {
        var danger = ReadDanger.In(reading);
        var found = Book.Value.In(reading.Tokens);
        var kept = found.Where(f => !f.What.EndsWith(Except, StringComparison.Ordinal) && !IsTakenBack(f, found)).ToList();
        var problem = kept.Where(f => f.What.StartsWith(Problem, StringComparison.Ordinal)).ToList();
        List<FeedbackSort> sorts = [];
        if (danger.Level != DangerLevel.None) sorts.Add(FeedbackSort.Danger);
        if (problem.Count > 0) sorts.Add(FeedbackSort.Problem);
        if (kept.Exists(f => f.What == Practical)) sorts.Add(FeedbackSort.PracticalNote);
        if (kept.Exists(f => f.What == Praise)) sorts.Add(FeedbackSort.Praise);
        if (sorts.Count == 0) sorts.Add(FeedbackSort.Other);
        return new FeedbackFound(sorts, problem.Count == 0 ? null : problem[0].What[Problem.Length..],
            [.. kept.Select(f => reading.Span(f.First, f.Behind - 1)).Concat(danger.Words).Distinct().OrderBy(s => s.Start).ThenBy(s => s.End)]);
    }

    /// <summary>« pas de problème », « pas très aimable »: a turn that takes the sense away covers the word.</summary>
    private static bool IsTakenBack(Found<string> found, List<Found<string>> all)
    {
        var sense = found.What.Split(' ')[0];
        return all.Exists(e => e.What == sense + Except && e.First < found.Behind && found.First < e.Behind && e.First <= found.First && e.Length >= found.Length);
    }
}
