using System.Globalization;

namespace Tisserand.Language.Grammar;

/// <summary>Reads rule files. A line is <c>symbol : what stands in the text =&gt; what it says</c>; a line that begins
/// with ":" goes on with the symbol above.</summary>
/// <remarks>In a pattern: plain words; (a|b) one of; ? may lack; * any number of times; &lt;symbol&gt; what that symbol
/// reads; &lt;role:symbol&gt; the same as a part of its own; {feature 1..31} a number, with "un" also the words un and
/// une, with "rank" only 1er, deuxième, with "two" only two digits, with "date" no rank but 1er; ~ no blank before; ^ with a capital; "sept" as
/// spelt; _ any word; &amp;(…) stands next without being part of it, $ the end of the text.</remarks>
internal sealed class RuleReader
{
    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly List<Rule> _rules = [];
    private static readonly Lexicon NoMending = new([], []);

    public IReadOnlyList<Rule> Rules => _rules;

    public IReadOnlyDictionary<string, int> Symbols => _symbols;

    public void Read(string file)
    {
        var symbol = "";
        foreach (var (number, line) in WordFile.Numbered(file))
        {
            var place = $"{file}:{number}";
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line[..Math.Max(colon, 0)].Trim();
            if (colon < 0 || (name.Length == 0 && symbol.Length == 0)) throw Wrong(place, "a rule is “symbol : pattern => features”");
            if (name.Length > 0) symbol = name;
            var sides = line[(colon + 1)..].Split("=>", 2);
            var scanner = new Scan(sides[0], place);
            var pattern = Choice(scanner);
            if (!scanner.IsAtEnd) throw Wrong(place, "a bracket closes nothing");
            _rules.Add(new(Id(symbol), pattern, Says(sides.Length > 1 ? sides[1] : "", place), place));
        }
    }

    private int Id(string symbol)
    {
        if (!_symbols.TryGetValue(symbol, out var id)) _symbols.Add(symbol, id = _symbols.Count);
        return id;
    }

    private Pattern Choice(Scan scan)
    {
        var parts = new List<Pattern> { Sequence(scan) };
        while (scan.Take('|')) parts.Add(Sequence(scan));
        return parts.Count == 1 ? parts[0] : new Pattern.Choice(parts);
    }

    private Pattern Sequence(Scan scan)
    {
        var parts = new List<Pattern>();
        while (!scan.IsAtEnd && !scan.Sees('|') && !scan.Sees(')'))
        {
            var part = Part(scan);
            if (scan.TakeNow('?')) part = new Pattern.Optional(part);
            else if (scan.TakeNow('*')) part = new Pattern.Repeated(part);
            parts.Add(part);
        }
        if (parts.Count == 0) throw Wrong(scan.Place, "nothing stands between two signs");
        return parts.Count == 1 ? parts[0] : new Pattern.Sequence(parts);
    }

    private Pattern Part(Scan scan)
    {
        if (scan.Take('~')) return new Pattern.Glued(Part(scan));
        if (scan.Take('^')) return new Pattern.Capital(Part(scan));
        if (scan.TakeAhead()) return new Pattern.Ahead(Part(scan));
        if (scan.Take('('))
        {
            var inner = Choice(scan);
            return scan.Take(')') ? inner : throw Wrong(scan.Place, "a bracket is not closed");
        }
        if (scan.Take('<')) return Reference(scan.Until('>'), scan.Place);
        if (scan.Take('{')) return Number(scan.Until('}'), scan.Place);
        if (scan.Take('"')) return new Pattern.Spelt(scan.Until('"'));
        var word = scan.Word();
        if (word == "\\n") return new Pattern.Word("\n");
        if (word == "_") return new Pattern.AnyWord();
        if (word == "$") return new Pattern.End();
        if (word.Length == 1 && !char.IsLetterOrDigit(word[0])) return new Pattern.Word(word);
        var tokens = ReadText.From(word, NoMending).Tokens;
        if (tokens.Count == 0) throw Wrong(scan.Place, $"“{word}” is no word");
        return tokens.Count == 1 ? new Pattern.Word(tokens[0].Text) : new Pattern.Sequence([.. tokens.Select(t => new Pattern.Word(t.Text))]);
    }

    private Pattern.Symbol Reference(string text, string place)
    {
        var sides = text.Split(':');
        return sides.Length == 1 ? new(Id(sides[0]), null) : new(Id(sides[1]), Named<Role>(sides[0], place));
    }

    private static Pattern.Number Number(string text, string place)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bounds = words.Length >= 2 ? words[1].Split("..") : [];
        if (bounds.Length != 2 || !int.TryParse(bounds[0], CultureInfo.InvariantCulture, out var least)
            || !int.TryParse(bounds[1], CultureInfo.InvariantCulture, out var most)) throw Wrong(place, "a number is {feature 1..31}");
        var kind = words.Length < 3 ? NumberKind.Plain : words[2] switch
        {
            "un" => NumberKind.WithUn,
            "rank" => NumberKind.Rank,
            "two" => NumberKind.TwoDigits,
            "date" => NumberKind.DayOfMonth,
            _ => throw Wrong(place, $"“{words[2]}” is no sort of number"),
        };
        return new(Named<Feature>(words[0], place), least, most, kind);
    }

    private static List<(Feature, int)> Says(string text, string place)
    {
        var says = new List<(Feature, int)>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = word.Split('=');
            says.Add((Named<Feature>(sides[0], place), sides.Length == 1 ? 1 : Value(sides[1], place)));
        }
        return says;
    }

    private static int Value(string text, string place)
    {
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number)) return number;
        if (text.Split(':') is [var hours, var minutes]) return int.Parse(hours, CultureInfo.InvariantCulture) * 60 + int.Parse(minutes, CultureInfo.InvariantCulture);
        if (Enum.TryParse<Kind>(text, ignoreCase: true, out var kind)) return (int)kind;
        if (Enum.TryParse<Feast>(text, ignoreCase: true, out var feast)) return (int)feast;
        if (Enum.TryParse<SchoolBreak>(text, ignoreCase: true, out var school)) return (int)school;
        throw Wrong(place, $"“{text}” is no value");
    }

    private static T Named<T>(string text, string place) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : throw Wrong(place, $"“{text}” is no {typeof(T).Name}");

    internal static InvalidOperationException Wrong(string place, string what) => new($"{place}: {what}.");

    private sealed class Scan(string text, string place)
    {
        private int _at;

        public string Place => place;

        public bool IsAtEnd
        {
            get
            {
                while (_at < text.Length && text[_at] == ' ') _at++;
                return _at == text.Length;
            }
        }

        public bool Sees(char c) => !IsAtEnd && text[_at] == c;

        public bool Take(char c)
        {
            if (!Sees(c)) return false;
            _at++;
            return true;
        }

        /// <summary>"&amp;" right before a bracket.</summary>
        public bool TakeAhead()
        {
            if (!Sees('&') || _at + 1 >= text.Length || text[_at + 1] != '(') return false;
            _at++;
            return true;
        }

        /// <summary>A sign with no blank before.</summary>
        public bool TakeNow(char c)
        {
            if (_at >= text.Length || text[_at] != c) return false;
            _at++;
            return true;
        }

        public string Until(char c)
        {
            var end = text.IndexOf(c, _at);
            if (end < 0) throw Wrong(place, $"“{c}” is missing");
            var inner = text[_at..end];
            _at = end + 1;
            return inner;
        }

        public string Word()
        {
            var start = _at;
            while (_at < text.Length && text[_at] is not (' ' or '(' or ')' or '|' or '<' or '>' or '{' or '}' or '"' or '~')
                && (_at == start || text[_at] is not ('?' or '*'))) _at++;
            return text[start.._at];
        }
    }
}
