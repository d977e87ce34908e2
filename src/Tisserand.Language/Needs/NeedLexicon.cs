using Tisserand.France;

namespace Tisserand.Language;

/// <summary>The words and turns by which people ask for each type of help, from one rule file per type.</summary>
internal sealed class NeedLexicon
{
    /// <summary>In the order of the exchange formats; each has its file.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "transport", "transport.medical", "accompagnement", "courses", "courses.pharmacie", "repas", "visite", "ecoute",
        "bricolage", "jardin_bois", "aide_domicile", "administratif", "numerique", "animal", "repit_aidant", "urgence_logement",
    ];

    private static readonly Lazy<NeedLexicon> LazyShipped = new(() => new NeedLexicon());

    public static NeedLexicon Shipped => LazyShipped.Value;

    /// <summary>Every turn with its type, by index in <see cref="Types"/>, and its weight.</summary>
    public PhraseBook<Weighed> Turns { get; }

    /// <summary>Whole sentences with the index of their type; the second voice learns from them.</summary>
    public IReadOnlyList<(string Text, int Type)> Sentences { get; }

    /// <summary>Folded words of all rules and sentences: slips are mended to the long ones, and none of them is a slip.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Of words that a turn leaves to choose, how many the second voice hears.</summary>
    private const int PerWord = 3;

    private NeedLexicon()
    {
        var lists = RuleFile.Read("Needs/lists.txt").Lists;
        var turns = new List<(Phrase, Weighed)>();
        var sentences = new List<(string, int)>();
        var words = new SortedSet<string>(StringComparer.Ordinal);
        for (var type = 0; type < Types.Count; type++)
        {
            var file = RuleFile.Read($"Needs/{Types[type]}.txt", lists);
            turns.AddRange(file.Phrases(section => Weight(section) is { } weight ? new Weighed(type, weight) : null));
            sentences.AddRange(file.Phrases(section => section is "très fort" or "fort" ? section : null)
                .Select(p => string.Join(' ', p.Phrase.Sample(PerWord))).Distinct(StringComparer.Ordinal).Select(text => (text, type)));
            sentences.AddRange(file.Entries.Where(e => e.Section == "phrases").Select(e => (e.Text, type)));
        }
        foreach (var (text, _) in sentences) words.UnionWith(TextFolding.Fold(text).Split(' '));
        foreach (var (phrase, _) in turns) words.UnionWith(phrase.Words);
        (Turns, Sentences, Words) = (new(turns), sentences, [.. words]);
    }

    private static double? Weight(string section) => section switch
    {
        "très fort" => 5,
        "fort" => 3,
        "moyen" => 1.5,
        "faible" => 0.5,
        "contre" => -3,
        _ => null,
    };
}

/// <summary>What a turn says for a type, or against it.</summary>
/// <param name="Type">Index in <see cref="NeedLexicon.Types"/>.</param>
internal sealed record Weighed(int Type, double Weight);
