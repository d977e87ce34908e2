namespace Tisserand.Language;

/// <summary>Finds every person spoken of and weighs the words around her. Words in kin.txt and persons.txt.</summary>
internal static class Mentions
{
    private const double Spoken = 0.5, ForHer = 2, Described = 1.5, Hers = 1.25, SomebodyElse = -2.5;
    private const int Names = 3;                                       // words a name may have

    private static readonly Lazy<PhraseBook<string>> Kin = new(() => new(RuleFile.Read("Persons/kin.txt", Open).Phrases(s => s)));
    private static readonly Lazy<PhraseBook<string>> Around = new(() => new(RuleFile.Read("Persons/persons.txt", Open).Phrases(s => s)));

    /// <summary>Lists that mean a kind of word: a name, a verb.</summary>
    private static readonly Dictionary<string, WordSet> Open = new(StringComparer.Ordinal)
    {
        ["nom"] = WordSet.Any,
        ["verbe"] = WordSet.Any,
    };

    public static IEnumerable<string> Words => RuleFile.Read("Persons/kin.txt", Open).Phrases(s => s)
        .Concat(RuleFile.Read("Persons/persons.txt", Open).Phrases(s => s)).SelectMany(p => p.Phrase.Words);

    /// <summary>What persons.txt finds, by section.</summary>
    public static ILookup<string, Found<string>> Turns(Reading reading) => Around.Value.In(reading.Tokens).ToLookup(f => f.What);

    public static List<PersonMention> In(Reading reading, ILookup<string, Found<string>> turns)
    {
        var found = Kin.Value.In(reading.Tokens).OrderBy(f => f.First).ThenByDescending(f => f.Length).ToList();
        var before = turns.Where(t => t.Key.StartsWith("avant", StringComparison.Ordinal)).SelectMany(t => t).ToLookup(t => t.Behind);
        var after = turns.Where(t => t.Key.StartsWith("apres", StringComparison.Ordinal)).SelectMany(t => t).ToLookup(t => t.First);
        var dictated = IsDictated(reading);
        var mentions = new List<PersonMention>();
        foreach (var f in found)
        {
            if (mentions.Count > 0 && f.First < mentions[^1].Behind) continue;
            var relation = f.What.TrimEnd('!', ' ');
            if (relation == "named" && !reading.Tokens[f.Behind - 1].IsCapitalised && !IsInCapitals(reading, reading.Tokens[f.Behind - 1]) && !dictated) continue;
            var behind = BehindName(reading.Tokens, f.Behind);
            var next = behind < reading.Tokens.Count && reading.Tokens[behind].Text is "," or "(" or "-" ? behind + 1 : behind;
            var behindHer = new[] { f.Behind, behind, next }.Distinct().SelectMany(at => after[at]).ToList();
            mentions.Add(new(relation, f.First, behind, Spoken + (f.What.EndsWith('!') ? Described : 0)
                + Weight([.. before[f.First]], behindHer, IsSubject(reading.Tokens, f.First, behind)))
            {
                IsAtHers = f.First > 0 && reading.Tokens[f.First - 1].Text == "chez" || reading.Tokens[f.First].Text == "chez",
                IsMeant = before[f.First].Any(t => t.What == "avant pour"),
                IsDead = behindHer.Exists(t => t.What == "apres mort"),
            });
        }
        return mentions;
    }

    /// <summary>Of the turns before her and of those behind her, the longest of each says what it says.</summary>
    private static double Weight(List<Found<string>> before, List<Found<string>> behind, bool isSubject)
    {
        before = [.. before.Where(t => t.What is "avant contre" or "avant pour" or "avant de")];
        behind = [.. behind.Where(t => t.What is "apres contre" or "apres pour")];
        if (before.Count + behind.Count == 0) return isSubject ? Hers : 0;
        var weight = before.Count == 0 ? 0 : Worth(before.OrderByDescending(t => t.Length).ThenByDescending(t => Worth(t.What)).First().What);
        return behind.Count == 0 ? weight : weight + Worth(behind.OrderByDescending(t => t.Length).ThenBy(t => Worth(t.What)).First().What);
    }

    private static double Worth(string section) => section switch
    {
        "avant pour" or "apres pour" => ForHer,
        "avant de" => Hers,
        _ => SomebodyElse,
    };

    /// <summary>A sentence or clause begins with her: it tells of her unless the words behind say otherwise.</summary>
    private static bool IsSubject(IReadOnlyList<Token> tokens, int first, int behind) =>
        behind < tokens.Count && !tokens[behind].EndsClause && (first == 0 || tokens[first - 1].EndsClause || tokens[first - 1].Text is "bonjour" or "bonsoir" or "voila" or "allo" or "que");

    /// <summary>Behind capitalised words that may be her name, or "de" and where she lives.</summary>
    private static int BehindName(IReadOnlyList<Token> tokens, int at)
    {
        var end = at;
        while (end < tokens.Count && end < at + Names && tokens[end] is { Kind: TokenKind.Word, IsCapitalised: true } && !tokens[end - 1].EndsSentence) end++;
        if (end + 1 < tokens.Count && tokens[end].Text is "de" or "d" or "a" && tokens[end + 1].IsCapitalised)
            for (end += 2; end < tokens.Count && tokens[end] is { Kind: TokenKind.Word } part && (part.IsCapitalised || part.Text is "sur" or "en" or "de" or "les" or "terre"); end++) { }
        return end;
    }

    /// <summary>« Mme JOUBAUD », as forms have it.</summary>
    private static bool IsInCapitals(Reading reading, Token token) => token.End - token.Start > 2 && !reading.Text.AsSpan(token.Start, token.End - token.Start).ContainsAnyInRange('a', 'z');

    /// <summary>Hardly any capital: dictated or typed in a hurry.</summary>
    private static bool IsDictated(Reading reading) => reading.Tokens.Count(t => t.Kind == TokenKind.Word && t.IsCapitalised) <= 1;
}
