namespace Tisserand.Language.Grammar;

/// <summary>Rules ready to be matched. Safe from any thread.</summary>
internal sealed class RuleSet
{
    private readonly Dictionary<string, int> _symbols;
    private readonly Rule[][] _bySymbol;
    private readonly Beginning[] _symbolBeginnings;
    private readonly Dictionary<Rule, Beginning> _ruleBeginnings = new(ReferenceEqualityComparer.Instance);

    private RuleSet(RuleReader read)
    {
        _symbols = new(read.Symbols, StringComparer.Ordinal);
        _bySymbol = new Rule[_symbols.Count][];
        foreach (var (name, id) in _symbols)
        {
            _bySymbol[id] = [.. read.Rules.Where(r => r.Symbol == id)];
            if (_bySymbol[id].Length == 0) throw new InvalidOperationException($"No rule says what <{name}> is.");
        }
        _symbolBeginnings = new Beginning[_symbols.Count];
        var open = new HashSet<int>();
        foreach (var id in _symbols.Values) Begin(id, open);
    }

    public int SymbolCount => _bySymbol.Length;

    /// <exception cref="InvalidOperationException">A rule cannot be read, names a symbol that no rule explains, leads back
    /// to itself, or may stand for nothing at all.</exception>
    public static RuleSet From(params string[] files)
    {
        var reader = new RuleReader();
        foreach (var file in files) reader.Read(file);
        return new(reader);
    }

    public int Symbol(string name) => _symbols[name];

    public Rule[] Rules(int symbol) => _bySymbol[symbol];

    public bool MayBegin(int symbol, Token token) => _symbolBeginnings[symbol].With(token);

    public bool MayBegin(Rule rule, Token token) => _ruleBeginnings[rule].With(token);

    // Symbols form no loops, so that matching is never deeper than the rules.
    private Beginning Begin(int symbol, HashSet<int> open)
    {
        if (_symbolBeginnings[symbol] is { } known) return known;
        if (!open.Add(symbol)) throw new InvalidOperationException($"<{_symbols.First(s => s.Value == symbol).Key}> leads back to itself.");
        var beginning = new Beginning();
        foreach (var rule in _bySymbol[symbol])
        {
            var own = _ruleBeginnings[rule] = new();
            if (Begin(rule.Pattern, own, open)) throw RuleReader.Wrong(rule.Line, "the pattern may stand for nothing");
            beginning.Add(own);
        }
        open.Remove(symbol);
        return _symbolBeginnings[symbol] = beginning;
    }

    /// <summary>Adds what a pattern may begin with; true when it may stand for nothing.</summary>
    private bool Begin(Pattern pattern, Beginning into, HashSet<int> open)
    {
        switch (pattern)
        {
            case Pattern.Word word: into.Words.Add(word.Text); return false;
            case Pattern.Spelt spelt: into.Spelt.Add(spelt.Text); return false;
            case Pattern.AnyWord: into.AnyWord = true; return false;
            case Pattern.Number: into.Number = true; return false;
            case Pattern.Symbol symbol: into.Add(Begin(symbol.Id, open)); return false;
            case Pattern.Glued glued: return Begin(glued.Inner, into, open);
            case Pattern.Capital { Inner: Pattern.AnyWord }: into.AnyName = true; return false;
            case Pattern.Capital capital: return Begin(capital.Inner, into, open);
            case Pattern.Ahead ahead: Begin(ahead.Inner, new Beginning(), open); return true;
            case Pattern.End: return true;
            case Pattern.Optional optional: Begin(optional.Inner, into, open); return true;
            case Pattern.Repeated repeated: Begin(repeated.Inner, into, open); return true;
            case Pattern.Choice choice: return choice.Parts.Aggregate(false, (may, p) => Begin(p, into, open) || may);
            case Pattern.Sequence sequence:
                var empty = true;
                foreach (var part in sequence.Parts)
                    // All are visited, so that a loop or an unknown symbol further on is found too.
                    if (!Begin(part, empty ? into : new Beginning(), open)) empty = false;
                return empty;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private sealed class Beginning
    {
        public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Spelt { get; } = new(StringComparer.Ordinal);

        public bool AnyWord { get; set; }

        public bool AnyName { get; set; }

        public bool Number { get; set; }

        public void Add(Beginning other)
        {
            Words.UnionWith(other.Words);
            Spelt.UnionWith(other.Spelt);
            AnyWord |= other.AnyWord;
            AnyName |= other.AnyName;
            Number |= other.Number;
        }

        public bool With(Token token) => ((AnyWord || (AnyName && token.IsCapitalised)) && token.Kind == TokenKind.Word) || (Number && token.Value is not null)
            || Words.Contains(token.Text) || (Spelt.Count > 0 && Spelt.Contains(token.Written));
    }
}
