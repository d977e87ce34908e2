namespace Tisserand.Language;

/// <summary>A phrase found in a text: tokens from <paramref name="First"/> to before <paramref name="Behind"/>.</summary>
internal readonly record struct Found<T>(T What, int First, int Behind, Phrase Phrase)
{
    public int Length => Behind - First;
}

/// <summary>Many phrases, each with what it stands for, looked for at once. Immutable; cost grows with the length of the text.</summary>
internal sealed class PhraseBook<T>
{
    private readonly List<(Phrase Phrase, T What)> _phrases;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal), _byBeginning = new(StringComparer.Ordinal);
    private readonly List<int> _byNumber = [];
    private readonly int[] _lengths;                                   // of beginnings

    public PhraseBook(IEnumerable<(Phrase Phrase, T What)> phrases)
    {
        _phrases = [.. phrases];
        for (var i = 0; i < _phrases.Count; i++)
        {
            var first = _phrases[i].Phrase.First;
            foreach (var word in first.Words) Add(_byWord, word, i);
            foreach (var beginning in first.Beginnings) Add(_byBeginning, beginning, i);
            if (first.AnyNumber) _byNumber.Add(i);
        }
        _lengths = [.. _byBeginning.Keys.Select(b => b.Length).Distinct().Order()];
    }

    /// <summary>Every phrase at every place where it stands, in order of place, then of the book.</summary>
    public List<Found<T>> In(IReadOnlyList<Token> tokens)
    {
        var found = new List<Found<T>>();
        var here = new SortedSet<int>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Phone) continue;
            here.Clear();
            if (_byWord.TryGetValue(token.Text, out var exact)) here.UnionWith(exact);
            if (token.Kind == TokenKind.Number)
            {
                here.UnionWith(_byNumber);
                if (token.Written != token.Text && _byWord.TryGetValue(token.Written, out var inLetters)) here.UnionWith(inLetters);
            }
            foreach (var length in _lengths)
                if (length > token.Text.Length) break;
                else if (_byBeginning.TryGetValue(token.Text[..length], out var begun)) here.UnionWith(begun);
            foreach (var i in here)
                if (_phrases[i].Phrase.Match(tokens, at) is var behind and >= 0) found.Add(new(_phrases[i].What, at, behind, _phrases[i].Phrase));
        }
        return found;
    }

    private static void Add(Dictionary<string, List<int>> index, string key, int phrase)
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        if (list.Count == 0 || list[^1] != phrase) list.Add(phrase);
    }
}
