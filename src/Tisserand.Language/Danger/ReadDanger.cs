namespace Tisserand.Language;

/// <summary>Danger is found by rules alone, from danger.txt: nothing learned, nothing weighed.</summary>
public static class ReadDanger
{
    private const string Said = "dit ", Hinted = "laisse entendre", FalseFriends = "faux amis", Past = "passé", Sign = "indice ", OnlyNow = ", passe", Distress = "détresse", Together = ", ensemble";

    private const int Enough = 3;

    private static readonly Lazy<(PhraseBook<string> Phrases, PhraseBook<EnsemblePart> Ensembles)> Books = new(Read);

    internal static IEnumerable<string> RuleWords => Phrases().Select(p => p.Phrase).Concat(Parts().Select(p => p.Phrase)).SelectMany(p => p.Words);

    /// <summary>Reads any text; O(length).</summary>
    /// <remarks>Words inside a false friend ("je meurs d'ennui") ring for nobody; a fall or a malaise said to be long ago
    /// in its own sentence rings no more.</remarks>
    public static DangerFound In(Reading reading)
    {
        var tokens = reading.Tokens;
        var found = Books.Value.Phrases.In(tokens);
        var harmless = Covered(found.Where(f => f.What == FalseFriends), tokens.Count);
        var sentences = Sentences(tokens);
        var past = found.Where(f => f.What == Past).Select(f => sentences[f.First]).ToHashSet();

        var rings = found.Where(f => IsRing(f.What) && !IsWithin(f.First, f.Length, harmless))
            .Select(f => (f.What, f.First, Spans: (TextSpan[])[reading.Span(f.First, f.Behind - 1)]))
            .Concat(Ensembles.Complete(Books.Value.Ensembles.In(tokens).Where(f => !IsWithin(f.First, f.Length, harmless)), sentences)
                .Select(e => (e.What, e.Parts[0].First, Spans: e.Parts.Select(p => reading.Span(p.First, p.Behind - 1)).ToArray())))
            .Where(r => !(r.What.Contains(OnlyNow, StringComparison.Ordinal) && past.Contains(sentences[r.First])))
            .OrderBy(r => r.First).ToList();
        if (rings.Count == 0) return Signs(reading, [.. found.Where(f => f.What.StartsWith(Sign, StringComparison.Ordinal) && !IsWithin(f.First, f.Length, harmless))]);

        var themes = rings.Where(r => r.What.StartsWith(Said, StringComparison.Ordinal)).Select(r => r.What[Said.Length..].Split(',')[0]).ToList();
        return new(themes.Count == 0 ? DangerLevel.Hinted : DangerLevel.Plain, themes.Find(t => t != Distress) ?? themes.FirstOrDefault(),
            [.. rings.SelectMany(r => r.Spans).Distinct().OrderBy(s => s.Start).ThenBy(s => s.End)]);
    }

    /// <summary>Signs that mean little alone: several together let a danger be heard, whatever the sentence.</summary>
    private static DangerFound Signs(Reading reading, List<Found<string>> found)
    {
        var kinds = found.GroupBy(f => f.What).ToList();               // "indice 2 symptôme"
        // A second sign of one kind adds a little.
        if (kinds.Sum(k => k.Key[Sign.Length] - '0' + (k.Select(f => f.Phrase).Distinct().Skip(1).Any() ? 1 : 0)) < Enough) return DangerFound.None;
        return new(DangerLevel.Hinted, null, [.. kinds.Select(k => k.First()).OrderBy(f => f.First).Select(f => reading.Span(f.First, f.Behind - 1))]);
    }

    private static bool IsRing(string section) => section.StartsWith(Said, StringComparison.Ordinal) || section.StartsWith(Hinted, StringComparison.Ordinal);

    private static (PhraseBook<string>, PhraseBook<EnsemblePart>) Read() => (new(Phrases()), new(Parts()));

    private static IEnumerable<(Phrase Phrase, string What)> Phrases() =>
        RuleFile.Read("Danger/danger.txt").Phrases(section => section.EndsWith(Together, StringComparison.Ordinal) ? null : section);

    private static IEnumerable<(Phrase Phrase, EnsemblePart What)> Parts()
    {
        var file = RuleFile.Read("Danger/danger.txt");
        return file.Entries.Where(e => e.Section.EndsWith(Together, StringComparison.Ordinal)).SelectMany(e => Ensembles.Parts(e.Section, e.Text, file.Lists));
    }

    private static bool[] Covered(IEnumerable<Found<string>> found, int tokens)
    {
        var covered = new bool[tokens];
        foreach (var f in found) covered.AsSpan(f.First, f.Length).Fill(true);
        return covered;
    }

    /// <summary>Half of its words or more belong to a false friend.</summary>
    private static bool IsWithin(int first, int length, bool[] harmless) => harmless.AsSpan(first, length).Count(true) * 2 >= length;

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
