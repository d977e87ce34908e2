namespace Tisserand.Language.Grammar;

/// <summary>A symbol found in a text: tokens from <see cref="Start"/> to <see cref="End"/> (excluded).</summary>
/// <param name="Rank">Place of its rule among those of its symbol; the earlier one is preferred.</param>
internal readonly record struct Found(int Start, int End, Meaning Meaning, int Rank)
{
    public int Length => End - Start;
}

/// <summary>All that rules find in one text, each symbol tried once at each place.</summary>
/// <remarks>Nothing found is longer than <see cref="Longest"/> tokens and at most <see cref="Most"/> readings of a symbol
/// are kept at a place, two of them of one length: time and memory grow linearly with the text.</remarks>
internal sealed class Chart(RuleSet rules, IReadOnlyList<Token> tokens)
{
    private const int Longest = 40, Most = 16, MostAlike = 2;

    private readonly IReadOnlyList<Found>?[]?[] _found = new IReadOnlyList<Found>?[]?[tokens.Count];

    /// <summary>Every reading of a symbol that begins at a token.</summary>
    public IReadOnlyList<Found> At(int symbol, int start)
    {
        if (start >= tokens.Count || !rules.MayBegin(symbol, tokens[start])) return [];
        var here = _found[start] ??= new IReadOnlyList<Found>?[rules.SymbolCount];
        return here[symbol] ??= Find(symbol, start);
    }

    /// <summary>The things found that cover the text best: long ones before many short ones; apart, in order.</summary>
    public List<Found> Cover(int symbol)
    {
        var best = new (long Score, Found? Take)[tokens.Count + 1];
        for (var at = tokens.Count - 1; at >= 0; at--)
        {
            best[at] = (best[at + 1].Score, null);
            foreach (var found in At(symbol, at))
            {
                var score = best[found.End].Score + 1000L * found.Length * found.Length - found.Rank;
                if (score > best[at].Score) best[at] = (score, found);
            }
        }
        var cover = new List<Found>();
        for (var at = 0; at < tokens.Count;)
            if (best[at].Take is { } found)
            {
                cover.Add(found);
                at = found.End;
            }
            else at++;
        return cover;
    }

    private List<Found> Find(int symbol, int start)
    {
        var all = new List<Found>();
        var rank = -1;
        foreach (var rule in rules.Rules(symbol))
        {
            rank++;
            if (!rules.MayBegin(rule, tokens[start])) continue;
            foreach (var state in Match(rule.Pattern, [new(start, Meaning.Nothing)], start))
            {
                var meaning = rule.Says.Aggregate(state.Meaning, (m, s) => m.With(s.Name, s.Value));
                if (all.Count < Most && IsNew(all, state.End, meaning)) all.Add(new(start, state.End, meaning, rank));
            }
        }
        return all;

        static bool IsNew(List<Found> all, int end, Meaning meaning)
        {
            var same = 0;
            foreach (var found in all)
                if (found.End == end && (found.Meaning.Equals(meaning) || ++same == MostAlike)) return false;
            return true;
        }
    }

    private readonly record struct State(int End, Meaning Meaning);

    private List<State> Match(Pattern pattern, List<State> from, int start)
    {
        var next = new List<State>();
        switch (pattern)
        {
            case Pattern.Sequence sequence:
                foreach (var part in sequence.Parts)
                {
                    from = Match(part, from, start);
                    if (from.Count == 0) break;
                }
                return from;
            case Pattern.Choice choice:
                foreach (var part in choice.Parts) AddNew(next, Match(part, from, start));
                return next;
            case Pattern.Optional optional:
                AddNew(next, Match(optional.Inner, from, start));
                AddNew(next, from);
                return next;
            case Pattern.Repeated repeated:
                AddNew(next, from);
                for (var last = from; last.Count > 0;)
                {
                    last = Match(repeated.Inner, last, start);
                    AddNew(next, last);
                }
                return next;
            case Pattern.Glued glued:
                return Match(glued.Inner, [.. from.Where(s => s.End < tokens.Count && tokens[s.End].IsGlued)], start);
            case Pattern.Capital capital:
                return Match(capital.Inner, [.. from.Where(s => s.End < tokens.Count && tokens[s.End].IsCapitalised)], start);
            case Pattern.Ahead ahead:
                return [.. from.Where(s => Match(ahead.Inner, [s], start).Count > 0)];
            case Pattern.End:
                return [.. from.Where(s => s.End == tokens.Count)];
        }
        foreach (var state in from)
        {
            if (state.End >= tokens.Count || state.End - start >= Longest) continue;
            var token = tokens[state.End];
            switch (pattern)
            {
                case Pattern.Word word when token.Text == word.Text:
                case Pattern.Spelt spelt when token.Written == spelt.Text:
                case Pattern.AnyWord when token.Kind == TokenKind.Word:
                    next.Add(state with { End = state.End + 1 });
                    break;
                case Pattern.Number number when Fits(token, number):
                    if (state.Meaning.And(Meaning.Nothing.With(number.Name, Value(number, token))) is { } counted)
                        next.Add(new(state.End + 1, counted));
                    break;
                case Pattern.Symbol symbol:
                    foreach (var found in At(symbol.Id, state.End))
                    {
                        if (found.End - start > Longest) continue;
                        var joined = symbol.As is { } role ? state.Meaning.With(role, found.Meaning) : state.Meaning.And(found.Meaning);
                        if (joined is not null) next.Add(new(found.End, joined));
                    }
                    break;
            }
        }
        return next;
    }

    // The set of ranks is built from the rank said: third is 4.
    private static int Value(Pattern.Number number, Token token) =>
        number.Name == Feature.Ranks ? 1 << (token.Value!.Value - 1) : token.Value!.Value;

    private static bool Fits(Token token, Pattern.Number number) =>
        token.Value is { } value && value >= number.Least && value <= number.Most && number.Kind switch
        {
            NumberKind.WithUn => !token.IsOrdinal,
            NumberKind.Rank => token.IsOrdinal,
            NumberKind.DayOfMonth => token.Kind == TokenKind.Number && (!token.IsOrdinal || value == 1),
            NumberKind.TwoDigits => token.Kind == TokenKind.Number && token.Text.Length == 2,
            _ => token.Kind == TokenKind.Number,
        };

    private static void AddNew(List<State> all, List<State> more)
    {
        foreach (var state in more)
            if (all.Count < Most && !all.Contains(state)) all.Add(state);
    }
}
