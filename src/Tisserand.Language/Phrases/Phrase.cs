namespace Tisserand.Language;

/// <summary>One way a turn of speech may run. A rule file writes <c>ne (répond|ouvre) (pas|plus) .. (la porte|au téléphone)</c>,
/// which becomes as many phrases as it has ways of several words.</summary>
/// <remarks>
/// <c>mot</c> one word, <c>seule?</c> with or without the last letter; <c>mot*</c> a word that begins so; <c>(a|b c)</c> one
/// of them, <c>$nom</c> one of a named list, <c>&lt;n&gt;</c> a number, these three optional with a <c>?</c> behind;
/// <c>!mot</c> or <c>!(a|b c)</c> what must not follow; <c>..</c> up to three tokens, <c>...</c> up to seven, never across
/// the end of a sentence.
/// </remarks>
internal sealed class Phrase
{
    private readonly Element[] _elements;

    /// <summary>As the rule file writes it.</summary>
    public string Source { get; }

    internal Phrase(string source, Element[] elements) => (Source, _elements) = (source, elements);

    /// <summary>Every way of a turn.</summary>
    /// <exception cref="FormatException">The turn cannot be read, or may begin with something else than a word.</exception>
    public static IReadOnlyList<Phrase> Parse(string source, IReadOnlyDictionary<string, WordSet> lists)
    {
        var ways = new PhraseParser(source, lists).Ways().SelectMany(WithFirstSettled).ToList();
        if (ways.Any(way => way is not [{ Kind: ElementKind.Words, IsOptional: false }, ..]))
            throw new FormatException($"A phrase begins with a word: {source}");
        return [.. ways.Select(way => new Phrase(source, way))];
    }

    /// <summary>A word that may lack in first place becomes two ways, so that each begins with a word to look for.</summary>
    private static IEnumerable<Element[]> WithFirstSettled(Element[] way) =>
        way is [{ IsOptional: true } first, .. var rest] ? WithFirstSettled(rest).Prepend([first with { IsOptional = false }, .. rest]) : [way];

    /// <summary>What the first token must be.</summary>
    public WordSet First => _elements[0].Words;

    /// <summary>Every word it may hold; beginnings of words with their star.</summary>
    public IEnumerable<string> Words => _elements.Where(e => e.Kind == ElementKind.Words)
        .SelectMany(e => e.Words.Words.Concat(e.Words.Beginnings.Select(beginning => beginning + "*")));

    /// <summary>Its words in order, of each choice at most so many.</summary>
    public IEnumerable<string> Sample(int most) => _elements.Where(e => e.Kind == ElementKind.Words)
        .SelectMany(e => e.Words.Words.Order(StringComparer.Ordinal).Concat(e.Words.Beginnings).Take(most));

    /// <summary>Index behind the last token when the phrase stands at <paramref name="at"/>, the longest way; else -1.</summary>
    public int Match(IReadOnlyList<Token> tokens, int at) => Match(_elements, tokens, at, 0);

    private static int Match(Element[] elements, IReadOnlyList<Token> tokens, int at, int element)
    {
        if (element == elements.Length) return at;
        var wanted = elements[element];
        switch (wanted.Kind)
        {
            case ElementKind.Gap:
                var longest = -1;
                for (var skipped = 0; skipped <= wanted.Gap && at + skipped <= tokens.Count; skipped++)
                {
                    longest = Math.Max(longest, Match(elements, tokens, at + skipped, element + 1));
                    if (at + skipped < tokens.Count && tokens[at + skipped].EndsSentence) break;
                }
                return longest;
            case ElementKind.Not:
                return wanted.Ways.Any(way => Match(way, tokens, at, 0) >= 0) ? -1 : Match(elements, tokens, at, element + 1);
            default:
                var with = at < tokens.Count && wanted.Words.Holds(tokens[at]) ? Match(elements, tokens, at + 1, element + 1) : -1;
                return with >= 0 || !wanted.IsOptional ? with : Match(elements, tokens, at, element + 1);
        }
    }
}

internal enum ElementKind { Words, Gap, Not }

/// <param name="Ways">For <see cref="ElementKind.Not"/>: each way of what must not follow.</param>
internal sealed record Element(ElementKind Kind, WordSet Words, Element[][] Ways, int Gap = 0, bool IsOptional = false)
{
    public static Element OneOf(WordSet words, bool optional = false) => new(ElementKind.Words, words, [], IsOptional: optional);
}
