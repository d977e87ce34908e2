namespace Tisserand.Language;

/// <summary>What a clause does in a message.</summary>
internal enum ClauseRole
{
    /// <summary>States a problem or a fact.</summary>
    Tells,

    /// <summary>Asks for something.</summary>
    Asks,

    /// <summary>Says why, since when, or who else helps.</summary>
    Background,
}

/// <summary>Tokens from <paramref name="First"/> to before <paramref name="Behind"/>, between signs or turning words.</summary>
/// <param name="Declined">Index from which the clause says what is not wanted; <paramref name="Behind"/> when nothing is.</param>
/// <param name="Background">Indexes from which the clause only gives reasons, and until which; the same when it gives none.</param>
/// <param name="Turn">It begins with a turning word such as « par contre ».</param>
internal sealed record Clause(int First, int Behind, int Sentence, ClauseRole Role, int Declined, (int From, int Until) Background, bool Turn)
{
    public bool IsBackground(int token) => token >= Background.From && token < Background.Until;
}

/// <summary>A message cut into clauses, each with its role. Words in cues.txt.</summary>
internal sealed class Clauses
{
    private static readonly Lazy<PhraseBook<string>> Cues = new(() => new(RuleFile.Read("Needs/cues.txt").Phrases(section => section)));

    private static readonly Lazy<PhraseBook<string>> Turns = new(() => new(new[]
    {
        "mais", "par contre", "en revanche", "sinon", "juste", "cependant", "toutefois", "et aussi", "et qu'on", "et (je|j) (voudrais|aimerais|aurais)",
        "ainsi que", "au fait", "seulement", "et également", "puis", "ensuite", "c'est pour", "plutôt", "donc", "alors",
        "parce que", "car !(de)", "puisque", "du coup",
    }.SelectMany(turn => Phrase.Parse(turn, new Dictionary<string, WordSet>()).Select(phrase => (phrase, turn)))));

    internal static IEnumerable<string> RuleWords => RuleFile.Read("Needs/cues.txt").Phrases(section => section).SelectMany(p => p.Phrase.Words);

    private readonly int[] _ofToken;

    public IReadOnlyList<Clause> All { get; }

    private Clauses(List<Clause> all, int[] ofToken) => (All, _ofToken) = (all, ofToken);

    public Clause Of(int token) => All[_ofToken[token]];

    /// <summary>All but what is said not to be wanted.</summary>
    public IEnumerable<Token> Spoken(Reading reading) => reading.Tokens.Where((_, i) => i < Of(i).Declined);

    public static Clauses Of(Reading reading)
    {
        var tokens = reading.Tokens;
        var cues = Cues.Value.In(tokens);
        var turns = Turns.Value.In(tokens).Select(t => t.First).ToHashSet();
        var all = new List<Clause>();
        var ofToken = new int[tokens.Count];
        var (first, sentence, cue) = (0, 0, 0);
        for (var at = 0; at <= tokens.Count; at++)
        {
            var ends = at == tokens.Count || tokens[at].EndsClause || at > first && turns.Contains(at);
            if (!ends) continue;
            if (at > first)
            {
                while (cue < cues.Count && cues[cue].First < first) cue++;
                var own = new List<Found<string>>();
                for (; cue < cues.Count && cues[cue].First < at; cue++) own.Add(cues[cue]);
                Array.Fill(ofToken, all.Count, first, at - first);
                all.Add(new(first, at, sentence, RoleOf(own, first), Declined(own, at), Background(own, at), turns.Contains(first)));
            }
            if (at == tokens.Count) break;
            if (!tokens[at].EndsClause)
            {
                first = at;
                continue;
            }
            if (tokens[at].EndsSentence) sentence++;
            if (all.Count == 0) all.Add(new(0, at + 1, 0, ClauseRole.Tells, at + 1, (0, 0), false));
            ofToken[at] = all.Count - 1;
            first = at + 1;
        }
        return new(all, ofToken);
    }

    private static ClauseRole RoleOf(List<Found<string>> cues, int first) =>
        cues.Any(c => c.What == "demande") ? ClauseRole.Asks
        : cues.Any(c => c.What == "fond" && c.First <= first + 1) ? ClauseRole.Background
        : ClauseRole.Tells;

    /// <summary>From "depuis que", "parce que" … to the next word that asks, or the end.</summary>
    private static (int From, int Until) Background(List<Found<string>> cues, int behind)
    {
        var from = cues.Where(c => c.What == "fond").Select(c => c.First).DefaultIfEmpty(behind).Min();
        return (from, cues.Where(c => c.What == "demande" && c.First > from).Select(c => c.First).DefaultIfEmpty(behind).Min());
    }

    private static int Declined(List<Found<string>> cues, int behind) =>
        cues.Where(c => c.What == "refus").Select(c => c.First).DefaultIfEmpty(behind).Min();
}
