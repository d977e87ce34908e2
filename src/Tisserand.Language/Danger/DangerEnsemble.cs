namespace Tisserand.Language;

/// <summary>Words that ring when they stand in one sentence, in any order: <c>gaz &amp; (odeur|sent) &amp; !facture</c>.</summary>
internal sealed class DangerEnsemble(string section, int wanted)
{
    public string Section { get; } = section;

    /// <summary>How many parts must be there.</summary>
    public int Wanted { get; } = wanted;
}

/// <summary>One part of an ensemble.</summary>
/// <param name="Index">Which part; -1 for one that must not be there.</param>
internal sealed record EnsemblePart(DangerEnsemble Ensemble, int Index);

internal static class Ensembles
{
    private const int Longest = 40;                                    // tokens between the first part and the last

    /// <summary>The parts of one line of the rule file.</summary>
    public static IEnumerable<(Phrase Phrase, EnsemblePart What)> Parts(string section, string line, IReadOnlyDictionary<string, WordSet> lists)
    {
        var parts = line.Split('&', StringSplitOptions.TrimEntries);
        var ensemble = new DangerEnsemble(section, parts.Count(p => !p.StartsWith('!')));
        var index = 0;
        foreach (var part in parts)
        {
            var not = part.StartsWith('!');
            foreach (var phrase in Phrase.Parse(not ? part[1..] : part, lists)) yield return (phrase, new(ensemble, not ? -1 : index));
            if (!not) index++;
        }
    }

    /// <summary>Each ensemble whose parts all stand in one sentence without sharing a word, with the tokens of its parts.</summary>
    public static IEnumerable<(string What, List<Found<EnsemblePart>> Parts)> Complete(IEnumerable<Found<EnsemblePart>> found, int[] sentences)
    {
        foreach (var group in found.GroupBy(f => (f.What.Ensemble, Sentence: sentences[f.First])))
        {
            if (group.Any(f => f.What.Index < 0)) continue;
            var byPart = group.GroupBy(f => f.What.Index).OrderBy(p => p.Count()).ThenBy(p => p.Key).Select(p => p.OrderBy(f => f.First).ThenByDescending(f => f.Length).ToList()).ToList();
            if (byPart.Count == group.Key.Ensemble.Wanted && Fit(byPart, 0, []) is { } parts) yield return (group.Key.Ensemble.Section, parts);
        }
    }

    private static List<Found<EnsemblePart>>? Fit(List<List<Found<EnsemblePart>>> byPart, int part, List<Found<EnsemblePart>> taken)
    {
        if (part == byPart.Count) return [.. taken.OrderBy(f => f.First)];
        foreach (var f in byPart[part].Take(8))
        {
            if (taken.Exists(t => t.First < f.Behind && f.First < t.Behind || Math.Abs(t.First - f.First) > Longest)) continue;
            if (Fit(byPart, part + 1, [.. taken, f]) is { } fit) return fit;
        }
        return null;
    }
}
