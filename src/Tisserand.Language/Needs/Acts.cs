namespace Tisserand.Language;

/// <summary>An act found in a message, such as "annulation", and the words that say it.</summary>
internal sealed record ActFound(string Act, IReadOnlyList<Found<string>> Words)
{
    public int First => Words[0].First;
}

/// <summary>Cancels, moves, thanks, gives, offers, or asks what is not done here. Words in acts.txt.</summary>
internal static class Acts
{
    private static readonly Lazy<PhraseBook<string>> Book = new(() => new(RuleFile.Read("Needs/acts.txt").Phrases(section => section)));

    public static IEnumerable<string> Words => RuleFile.Read("Needs/acts.txt").Phrases(section => section).SelectMany(p => p.Phrase.Words);

    /// <summary>Each act with the words left once exceptions took theirs away, in order of the text.</summary>
    public static IReadOnlyDictionary<string, ActFound> In(Reading reading)
    {
        var found = Book.Value.In(reading.Tokens);
        var acts = new Dictionary<string, ActFound>(StringComparer.Ordinal);
        foreach (var act in found.Where(f => !f.What.EndsWith(" sauf", StringComparison.Ordinal)).GroupBy(f => f.What))
        {
            var exceptions = found.Where(f => f.What == act.Key.Split(' ')[0] + " sauf").ToList();
            var left = act.Where(f => !exceptions.Any(e => e.First < f.Behind && f.First < e.Behind)).ToList();
            if (left.Count > 0) acts[act.Key] = new(act.Key, left);
        }
        return acts;
    }
}
