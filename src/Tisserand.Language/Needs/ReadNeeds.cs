namespace Tisserand.Language;

/// <summary>What is asked for: acts first, then the lexicon with the classifier as second voice, which may abstain.</summary>
internal static class ReadNeeds
{
    private const double RuleVoice = 1.05, LearnedVoice = 0.55, Sure = 0.5, Told = 1.3, Certain = 0.8;

    /// <returns>At least one; the first is the message's need, perhaps of no type; others follow in the order of the text.</returns>
    public static List<NeedFound> From(Reading reading, NeedClassifier secondVoice)
    {
        if (!reading.Tokens.Any(t => t.Kind == TokenKind.Word)) return [Nothing];
        var clauses = Clauses.Of(reading);
        var evidence = NeedEvidence.In(reading, clauses);
        var chances = Chances(reading, clauses, evidence, secondVoice);
        var acts = Acts.In(reading);

        var needs = SeveralNeeds.In(reading, clauses, evidence, chances);
        var act = ActChoice.Of(acts, clauses, evidence, needs);
        if (act is null) return [.. needs.Select(n => Need(reading, evidence, chances, n, alone: needs.Count == 1))];

        var others = ActChoice.Besides(act, clauses, needs);
        var alternatives = Alternatives(chances, -1);
        return [new(act.Act, 0.9, alternatives, [.. act.Words.Select(w => reading.Span(w.First, w.Behind - 1))]) { WordsOfAlternatives = WordsOf(reading, evidence, alternatives) },
            .. others.Select(n => Need(reading, evidence, chances, n, alone: false))];
    }

    private static NeedFound Nothing { get; } = new(null, 0, [], []);

    private static double[] Chances(Reading reading, Clauses clauses, NeedEvidence evidence, NeedClassifier secondVoice)
    {
        var learned = secondVoice.Chances(clauses.Spoken(reading));
        return NeedClassifier.Softmax([.. evidence.Totals.Select((score, t) => RuleVoice * Math.Max(score, -3) + LearnedVoice * Math.Log(learned[t] + 1e-4))]);
    }

    private static NeedFound Need(Reading reading, NeedEvidence evidence, double[] chances, NeedPart part, bool alone)
    {
        var words = WordsOf(reading, evidence, NeedLexicon.Types[part.Type]);
        var confidence = alone ? chances[part.Type] : Math.Max(chances[part.Type], 0.75);
        var sure = !alone || (confidence >= Sure && evidence.Totals[part.Type] >= Told || confidence >= Certain && evidence.Totals[part.Type] >= 0);
        var alternatives = Alternatives(chances, sure ? part.Type : -1);
        return new(sure ? NeedLexicon.Types[part.Type] : null, confidence, alternatives, words)
        {
            WordsOfAlternatives = WordsOf(reading, evidence, alternatives),
            From = part.From,
            IsAsked = evidence.OfClauses.Any(c => c.Type == part.Type && c.Clause.Role == ClauseRole.Asks && c.Strongest > 1),
        };
    }

    private static List<TextSpan> WordsOf(Reading reading, NeedEvidence evidence, string type) =>
        [.. evidence.Turns.Where(t => NeedLexicon.Types[t.What.Type] == type && t.What.Weight > 1).OrderBy(t => t.First).Select(t => reading.Span(t.First, t.Behind - 1))];

    private static Dictionary<string, IReadOnlyList<TextSpan>> WordsOf(Reading reading, NeedEvidence evidence, List<(string Type, double Chance)> alternatives) => alternatives
        .Select(a => (a.Type, Words: WordsOf(reading, evidence, a.Type))).Where(a => a.Words.Count > 0)
        .ToDictionary(a => a.Type, a => (IReadOnlyList<TextSpan>)a.Words, StringComparer.Ordinal);

    private static List<(string, double)> Alternatives(double[] chances, int but) =>
        [.. chances.Select((chance, t) => (Type: t, Chance: chance)).Where(c => c.Type != but && c.Chance >= 0.005)
            .OrderByDescending(c => c.Chance).ThenBy(c => c.Type).Take(3).Select(c => (NeedLexicon.Types[c.Type], Math.Round(c.Chance, 3)))];
}
