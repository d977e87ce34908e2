using Tisserand.France;

namespace Tisserand.Language;

/// <summary>Folded words and beginnings of words, any of which a token may be; perhaps any number.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _beginnings = [];

    public static WordSet None { get; } = new([]);

    public IReadOnlyCollection<string> Words => _words;

    public IReadOnlyList<string> Beginnings => _beginnings;

    /// <summary>Any word at all.</summary>
    public static WordSet Any { get; } = new([]) { AnyWord = true };

    public bool AnyNumber { get; private init; }

    public bool AnyWord { get; private init; }

    /// <param name="alternatives">Words (a letter with <c>?</c> behind may be missing: <c>seule?s?</c>), words with a
    /// star behind, signs, or <c>&lt;n&gt;</c>.</param>
    /// <exception cref="FormatException">One of them folds to nothing or to several words.</exception>
    public WordSet(IEnumerable<string> alternatives)
    {
        foreach (var written in alternatives.SelectMany(WithAndWithout))
        {
            if (written == "<n>")
            {
                AnyNumber = true;
                continue;
            }
            var folded = TextFolding.Fold(written.TrimEnd('*'));
            if (folded.Length == 0 || folded.Contains(' ', StringComparison.Ordinal)) throw new FormatException($"« {written} » is not one word");
            if (written.EndsWith('*')) _beginnings.Add(folded);
            else _words.Add(folded);
        }
    }

    public static WordSet Union(IReadOnlyList<WordSet> sets)
    {
        var union = new WordSet([]) { AnyNumber = sets.Any(s => s.AnyNumber), AnyWord = sets.Any(s => s.AnyWord) };
        foreach (var set in sets)
        {
            union._words.UnionWith(set._words);
            union._beginnings.AddRange(set._beginnings);
        }
        return union;
    }

    public bool Holds(Token token)
    {
        if (AnyNumber && token.Kind == TokenKind.Number) return true;
        if (token.Kind == TokenKind.Phone) return false;
        if (AnyWord && token.Kind == TokenKind.Word) return true;
        if (_words.Contains(token.Text) || token.Kind == TokenKind.Number && _words.Contains(token.Written)) return true;
        foreach (var beginning in _beginnings)
            if (token.Text.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }

    private static IEnumerable<string> WithAndWithout(string written)
    {
        var mark = written.IndexOf('?', StringComparison.Ordinal);
        if (mark < 1) return [written];
        var (before, behind) = (written[..mark], written[(mark + 1)..]);
        return WithAndWithout(before + behind).Concat(WithAndWithout(before[..^1] + behind));
    }
}
