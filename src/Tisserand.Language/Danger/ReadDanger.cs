namespace Tisserand.Language;

/// <summary>Danger is found by rules alone, from danger.txt: nothing learned, nothing weighed.</summary>
public static class ReadDanger
{
    private const string Said = "dit ", Hinted = "laisse entendre", FalseFriends = "faux amis", Past = "passé", OnlyNow = ", passe";

    private static readonly Lazy<PhraseBook<string>> Book = new(() => new(RuleFile.Read("Danger/danger.txt").Phrases(section => section)));

    internal static IEnumerable<string> RuleWords => RuleFile.Read("Danger/danger.txt").Phrases(section => section).SelectMany(p => p.Phrase.Words);

    /// <summary>Reads any text; O(length).</summary>
    /// <remarks>Words inside a false friend ("je meurs d'ennui") ring for nobody; a fall or a malaise said to be long ago
    /// in its own sentence rings no more.</remarks>
    public static DangerFound In(Reading reading)
    {
        var found = Book.Value.In(reading.Tokens);
        var harmless = Covered(found.Where(f => f.What == FalseFriends), reading.Tokens.Count);
        var sentences = Sentences(reading.Tokens);
        var past = found.Where(f => f.What == Past).Select(f => sentences[f.First]).ToHashSet();

        var rings = found.Where(f => f.What.StartsWith(Said, StringComparison.Ordinal) || f.What.StartsWith(Hinted, StringComparison.Ordinal))
            .Where(f => !IsWithin(f, harmless))
            .Where(f => !(f.What.EndsWith(OnlyNow, StringComparison.Ordinal) && past.Contains(sentences[f.First])))
            .ToList();
        if (rings.Count == 0) return DangerFound.None;

        var plain = rings.FirstOrDefault(f => f.What.StartsWith(Said, StringComparison.Ordinal));
        var theme = plain.What?[Said.Length..].Replace(OnlyNow, "", StringComparison.Ordinal);
        return new(theme is null ? DangerLevel.Hinted : DangerLevel.Plain, theme,
            [.. rings.Select(f => reading.Span(f.First, f.Behind - 1)).Distinct().OrderBy(s => s.Start).ThenBy(s => s.End)]);
    }

    private static bool[] Covered(IEnumerable<Found<string>> found, int tokens)
    {
        var covered = new bool[tokens];
        foreach (var f in found) covered.AsSpan(f.First, f.Length).Fill(true);
        return covered;
    }

    /// <summary>Half of its words or more belong to a false friend.</summary>
    private static bool IsWithin(Found<string> f, bool[] harmless) => harmless.AsSpan(f.First, f.Length).Count(true) * 2 >= f.Length;

    private static int[] Sentences(IReadOnlyList<Token> tokens)
    {
        var of = new int[tokens.Count];
        for (int i = 0, sentence = 0; i < tokens.Count; i++)
        {
            of[i] = sentence;
            if (tokens[i].EndsSentence) sentence++;
        }
        return of;
    }
}
