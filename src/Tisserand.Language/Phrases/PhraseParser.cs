namespace Tisserand.Language;

/// <summary>Reads what <see cref="Phrase"/> describes, by recursive descent.</summary>
internal sealed class PhraseParser(string source, IReadOnlyDictionary<string, WordSet> lists)
{
    private const int ShortGap = 3, LongGap = 7;

    private int _at;

    /// <summary>Every way of the whole source.</summary>
    public List<Element[]> Ways()
    {
        var ways = Sequence();
        return _at == source.Length ? ways : throw Unreadable();
    }

    /// <summary>Elements up to the end, a bar or a closing bracket.</summary>
    private List<Element[]> Sequence()
    {
        var ways = new List<Element[]> { Array.Empty<Element>() };
        while (Next() is var c && c is not ('\0' or '|' or ')'))
        {
            var here = One(c);
            ways = [.. ways.SelectMany(way => here.Select(part => (Element[])[.. way, .. part]))];
        }
        return ways;
    }

    private char Next()
    {
        while (_at < source.Length && source[_at] is ' ' or '\'' or '’' or '-') _at++;
        return _at < source.Length ? source[_at] : '\0';
    }

    private List<Element[]> One(char c)
    {
        if (c == '!')
        {
            _at++;
            return [[new Element(ElementKind.Not, WordSet.None, [.. One(Next())])]];
        }
        if (source.AsSpan(_at).StartsWith("..")) return [[Gap()]];
        if (c == '(') return Group();
        if (c == '$' || source.AsSpan(_at).StartsWith("<n>")) return [[Element.OneOf(List(), TakeMark())]];
        if (c is ',' or '/' or '+' or ':' or '€' or '%')
        {
            _at++;
            return [[Element.OneOf(new WordSet([c.ToString()]))]];
        }
        return [[Element.OneOf(OneWord())]];
    }

    private Element Gap()
    {
        _at += 2;
        var isLong = _at < source.Length && source[_at] == '.';
        if (isLong) _at++;
        return new(ElementKind.Gap, WordSet.None, [], isLong ? LongGap : ShortGap);
    }

    /// <summary>Alternatives of one word stay together; each longer one is a way of its own.</summary>
    private List<Element[]> Group()
    {
        var ways = new List<Element[]>();
        do
        {
            _at++;                                                     // the bracket or bar
            ways.AddRange(Sequence());
        }
        while (Next() == '|');
        if (Next() != ')') throw Unreadable();
        _at++;
        var optional = TakeMark();

        var together = ways.Where(IsOneWord).Select(way => way[0].Words).ToList();
        var longer = ways.Where(way => !IsOneWord(way)).ToList();
        if (together.Count > 0) longer.Insert(0, [Element.OneOf(WordSet.Union(together), optional && longer.Count == 0)]);
        if (optional && (together.Count == 0 || longer.Count > 1)) longer.Add([]);
        return longer;
    }

    private static bool IsOneWord(Element[] way) => way is [{ Kind: ElementKind.Words, IsOptional: false }];

    private WordSet List()
    {
        if (source[_at] == '<')
        {
            _at += 3;
            return new WordSet(["<n>"]);
        }
        var start = ++_at;
        while (_at < source.Length && char.IsLetterOrDigit(source[_at])) _at++;
        return lists.TryGetValue(source[start.._at], out var list) ? list : throw new FormatException($"No list is called {source[start.._at]}: {source}");
    }

    private WordSet OneWord()
    {
        var word = Word();
        try
        {
            return new WordSet([word]);
        }
        catch (FormatException bad)
        {
            throw new FormatException($"{bad.Message}: {source}", bad);
        }
    }

    private string Word()
    {
        var start = _at;
        while (_at < source.Length && (char.IsLetterOrDigit(source[_at]) || source[_at] is '?' && _at > start)) _at++;
        if (_at < source.Length && source[_at] == '*') _at++;
        return _at > start ? source[start.._at] : throw Unreadable();
    }

    private bool TakeMark()
    {
        if (_at >= source.Length || source[_at] != '?') return false;
        _at++;
        return true;
    }

    private FormatException Unreadable() => new($"Cannot be read at character {_at + 1}: {source}");
}
