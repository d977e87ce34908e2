using System.Collections.Frozen;
using Tisserand.France;

namespace Tisserand.Language;

/// <summary>Names of communes as words, the longest first. Immutable; built once from the table.</summary>
internal sealed class Gazetteer
{
    private const int MostWords = 8, ShortestPart = 5;

    private static readonly Lazy<Gazetteer> LazyShipped = new(() => new(CommuneTable.Shipped));

    private readonly FrozenDictionary<string, Commune[]> _byName;      // folded name with its article
    private readonly FrozenDictionary<string, Commune[]> _byBeginning; // "saint nicolas" for Saint-Nicolas-de-Redon

    public static Gazetteer Shipped => LazyShipped.Value;

    public Gazetteer(CommuneTable table)
    {
        var names = new Dictionary<string, List<Commune>>(StringComparer.Ordinal);
        var beginnings = new Dictionary<string, List<Commune>>(StringComparer.Ordinal);
        foreach (var (name, commune) in table.All.Select(c => (c.Name, c)).Concat(table.FormerNames))
        {
            var spoken = Spoken(name);
            Add(names, spoken, commune);
            if (Beginning(spoken) is { } beginning) Add(beginnings, beginning, commune);
        }
        _byName = names.ToFrozenDictionary(n => n.Key, n => n.Value.ToArray(), StringComparer.Ordinal);
        _byBeginning = beginnings.ToFrozenDictionary(n => n.Key, n => n.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The longest name that begins at a token, and the communes that bear it; null for none.</summary>
    public (int Behind, Commune[] Communes)? At(IReadOnlyList<Token> tokens, int at)
    {
        // "au Mans", "des Fougerêts": the article is hidden in the word before.
        if (at > 0 && tokens[at].Kind == TokenKind.Word && tokens[at - 1].Text is ("au" or "du" or "aux" or "des") && Named(tokens, at, tokens[at - 1].Text is "au" or "du" ? "le" : "les") is { } hidden)
            return hidden;
        return Named(tokens, at, "");
    }

    private (int Behind, Commune[] Communes)? Named(IReadOnlyList<Token> tokens, int at, string article)
    {
        (int, Commune[])? longest = null;
        var name = article;
        for (var end = at; end < tokens.Count && end < at + MostWords; end++)
        {
            var token = tokens[end];
            if (token.Kind != TokenKind.Word) break;
            name = name.Length == 0 ? Word(token) : name + " " + Word(token);
            if (_byName.TryGetValue(name, out var communes)) longest = (end + 1, communes);
        }
        return longest;
    }

    /// <summary>Communes whose longer name begins with two words ("Saint Nicolas") or one long one ("Guémené") at a token.</summary>
    public (int Behind, Commune[] Communes)? BeginningAt(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Kind != TokenKind.Word) return null;
        if (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word
            && _byBeginning.TryGetValue(Word(tokens[at]) + " " + Word(tokens[at + 1]), out var two)) return (at + 2, two);
        return _byBeginning.TryGetValue(Word(tokens[at]), out var one) ? (at + 1, one) : null;
    }

    private static string? Beginning(string spoken)
    {
        var words = spoken.Split(' ');
        return words switch
        {
            ["saint" or "sainte" or "notre" or "la" or "le" or "les" or "l", var second, _, ..] => words[0] + " " + second,
            ["saint" or "sainte" or "notre" or "la" or "le" or "les" or "l", ..] or [_] => null,
            [{ Length: >= ShortestPart } first, ..] => first,
            _ => null,
        };
    }

    private static string Word(Token token) => token.Written switch
    {
        "st" => "saint",
        "ste" => "sainte",
        var written when written.Contains(' ', StringComparison.Ordinal) => token.Text,
        var written => written,
    };

    private static string Spoken(string name) =>
        string.Join(' ', TextFolding.Fold(name).Split(' ').Select(w => w switch { "st" => "saint", "ste" => "sainte", _ => w }));

    private static void Add(Dictionary<string, List<Commune>> index, string name, Commune commune)
    {
        if (!index.TryGetValue(name, out var list)) index[name] = list = [];
        if (!list.Contains(commune)) list.Add(commune);
    }
}
