namespace Tisserand.Language;

/// <summary>A message as the second voice learns it: its words without their order, and the type of need it was about.</summary>
/// <param name="Features">As <see cref="WordFeatures"/> gives them.</param>
/// <param name="Type">Code of a type of need; of a code that the engine does not know, the nearest type above it counts.</param>
public sealed record NeedExample(IReadOnlyList<string> Features, string Type)
{
    /// <summary>In the order of the engine's types; -1 where it has none.</summary>
    internal int TypeIndex => WordFeatures.IndexOf(Type);
}

/// <summary>Words and pairs of words of messages: all that is ever kept of them for good.</summary>
public static class WordFeatures
{
    /// <summary>What fewer people say may tell who said it.</summary>
    public const int FewestPeople = 5;

    /// <summary>Words that say what is wanted, folded, and each pair of neighbours, joined by a space.</summary>
    /// <returns>Distinct, in ordinal order; no numbers. Empty for a text without a word.</returns>
    public static IReadOnlyList<string> Of(string text)
    {
        var reading = ReadText.From(text, RequestLexicon.Shipped);
        var features = new SortedSet<string>(StringComparer.Ordinal);
        if (reading.Tokens.Count == 0) return [];
        string? before = null;
        foreach (var token in Clauses.Of(reading).Spoken(reading))
        {
            var word = token.Kind == TokenKind.Word && token.Text.All(char.IsLetter) ? token.Text : null;
            if (word is not null) features.Add(word);
            if (word is not null && before is not null) features.Add(before + " " + word);
            before = word;
        }
        return [.. features];
    }

    /// <summary>What may be kept: each feature that messages of at least <see cref="FewestPeople"/> different people have.</summary>
    /// <param name="messages">Whose message it is, in any code that tells people apart, and its features.</param>
    public static IReadOnlySet<string> Common<TPerson>(IEnumerable<(TPerson Person, IReadOnlyList<string> Features)> messages) where TPerson : notnull
    {
        var people = new Dictionary<string, HashSet<TPerson>>(StringComparer.Ordinal);
        foreach (var (person, features) in messages)
            foreach (var feature in features)
            {
                if (!people.TryGetValue(feature, out var who)) people[feature] = who = [];
                if (who.Count < FewestPeople) who.Add(person);
            }
        return people.Where(p => p.Value.Count >= FewestPeople).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the engine knows the type, or one above it.</summary>
    public static bool Knows(string type) => IndexOf(type) >= 0;

    internal static int IndexOf(string type)
    {
        for (var code = type; ; code = code[..code.LastIndexOf('.')])
        {
            for (var i = 0; i < NeedLexicon.Types.Count; i++)
                if (NeedLexicon.Types[i] == code) return i;
            if (!code.Contains('.', StringComparison.Ordinal)) return -1;
        }
    }
}
