using System.Globalization;
using Tisserand.France;

namespace Tisserand.Language;

/// <summary>Cuts a folded text into words, numbers and signs.</summary>
internal sealed class Scanner(FoldedText folded)
{
    private const int LongestTag = 200;

    private readonly string _text = folded.Text;
    private readonly List<Token> _tokens = [];
    private int _behindLast;                                           // end of the last token, in the folded text

    public List<Token> Tokens()
    {
        for (var at = 0; at < _text.Length;)
        {
            var next = at + 1;
            if (IsWordPart(_text[at]))
            {
                while (next < _text.Length && IsWordPart(_text[next])) next++;
                AddChunk(at, next);
            }
            else if (_text[at] == ' ') AddGap(at);
            else if (_text[at] == '<' && EndOfTag(at) is { } behind) Add(new(TokenKind.Mark, "\n", 0, 0), at, next = behind);
            else if (Sign(_text[at]) is { } sign && !IsDotOfAbbreviation(at)) Add(new(TokenKind.Mark, sign, 0, 0), at, next);
            at = next;
        }
        AddEnd();
        return _tokens;
    }

    /// <summary>Folding drops a dash that ends the text, which in a form is an answer: "vendredi : -".</summary>
    private void AddEnd()
    {
        var behind = _text.Length == 0 ? 0 : folded.InOriginal(_text.Length - 1, _text.Length).End;
        var dash = folded.Original.AsSpan(behind).IndexOfAny('-', '–', '—');
        if (dash >= 0) _tokens.Add(new(TokenKind.Mark, "-", behind + dash, behind + dash + 1));
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c);

    private static string? Sign(char c) => c switch
    {
        '.' or ',' or ';' or ':' or '/' or '?' or '!' or '(' or ')' or '+' or '&' or '=' or '*' or '%' or '€' or '°' or '@' or '|' => c.ToString(),
        '…' => ".",
        '→' or '➔' or '➜' or '>' or '~' => "-",
        '□' or '☐' or '❏' or '❑' => "0",
        '×' or '✓' or '✔' or '☑' or '☒' or '✗' or '✘' or '❌' or '✅' => "x",
        _ => null,
    };

    /// <summary>Letters and digits without a blank: shorthand as a whole ("2m1"), else words and numbers apart ("14h30").</summary>
    private void AddChunk(int start, int end)
    {
        if (Shorthand.Expansion(_text[start..end]) is { } words)
        {
            foreach (var word in words) AddWord(word, start, end, written: _text[start..end]);
            return;
        }
        for (var at = start; at < end;)
        {
            var next = at + 1;
            var digits = char.IsAsciiDigit(_text[at]);
            while (next < end && char.IsAsciiDigit(_text[next]) == digits) next++;
            if (digits) AddNumber(at, next);
            else if (at > start && IsRank(_text[at..next]) && _tokens[^1] is { Kind: TokenKind.Number } number)
            {
                _tokens[^1] = number with { IsOrdinal = true, End = folded.InOriginal(at, next).End };
                _behindLast = next;
            }
            else if (Shorthand.Expansion(_text[at..next]) is { } expanded)
                foreach (var word in expanded) AddWord(word, at, next, written: _text[at..next]);
            else AddWord(_text[at..next], at, next, written: _text[at..next]);
            at = next;
        }
    }

    private static bool IsRank(string letters) => letters is "er" or "ere" or "e" or "eme" or "ieme" or "nd" or "nde" or "ᵉʳ" or "ᵉ" or "º";

    private void AddWord(string word, int start, int end, string written)
    {
        var value = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        Add(new(value is null ? TokenKind.Word : TokenKind.Number, word, 0, 0) { Written = written, Value = value }, start, end);
    }

    private void AddNumber(int start, int end) => Add(new(TokenKind.Number, _text[start..end], 0, 0)
    {
        Value = end - start <= 9 ? int.Parse(_text.AsSpan(start, end - start), CultureInfo.InvariantCulture) : null,
    }, start, end);

    /// <summary>A blank of the folded text may hide a line break, or a hyphen that means "to".</summary>
    private void AddGap(int at)
    {
        var (start, end) = folded.InOriginal(at, at + 1);
        var gap = folded.Original.AsSpan(start, end - start);
        if (gap.ContainsAny('\n', '\r')) Add(new(TokenKind.Mark, "\n", 0, 0), at, at + 1);
        var hyphen = gap.IndexOfAnyInRange('\u2010', '\u2015') is var dash and >= 0 ? dash : gap.IndexOfAny('-', '\u2212');
        if (hyphen < 0) return;
        if (gap.Length == 1 && !BetweenNumbersOrRange(at)) return;     // après-midi, vingt-deux
        Add(new(TokenKind.Mark, "-", 0, 0), at, at + 1);
    }

    private bool BetweenNumbersOrRange(int at)
    {
        if (at + 1 >= _text.Length || _tokens.Count == 0) return true;
        if (!char.IsLetter(_text[at + 1]) || !char.IsLetter(_text[at - 1])) return true;
        var end = at + 1;
        while (end < _text.Length && char.IsLetter(_text[end])) end++;
        return Shorthand.HasRanges(_tokens[^1].Text) && Shorthand.HasRanges(_text[(at + 1)..end]);
    }

    /// <summary>"lun. 3", "av. 12 h": a dot behind a short word, with small letters or digits to follow.</summary>
    private bool IsDotOfAbbreviation(int at)
    {
        if (_text[at] != '.' || _tokens.Count == 0 || _tokens[^1].Kind != TokenKind.Word || _behindLast != at) return false;
        var word = _tokens[^1];
        if (word.Written is "m" or "mr" or "mme" or "mlle" or "dr" or "st" or "ste" && at + 2 < _text.Length && _text[at + 1] == ' ') return true;   // M. Le Goff
        if (word.Written.Length > 5 || at + 2 >= _text.Length || _text[at + 1] != ' ' || !IsWordPart(_text[at + 2])) return false;
        return Shorthand.IsAbbreviation(word.Written) && !char.IsUpper(folded.Original[folded.InOriginal(at + 2, at + 3).Start]);
    }

    private int? EndOfTag(int at)
    {
        if (at + 1 >= _text.Length || (!char.IsAsciiLetter(_text[at + 1]) && _text[at + 1] is not ('/' or '!'))) return null;
        var close = _text.IndexOf('>', at, Math.Min(LongestTag, _text.Length - at));
        return close < 0 ? null : close + 1;
    }

    private void Add(Token token, int start, int end)
    {
        var (from, until) = folded.InOriginal(start, end);
        if (token.Text == "-" && _behindLast == start && _tokens is [.., { Text: "-" } dash])
        {
            _tokens[^1] = dash with { End = until };                   // "->"
            _behindLast = end;
            return;
        }
        _tokens.Add(token with
        {
            Start = from,
            End = until,
            IsGlued = _tokens.Count > 0 && _behindLast == start,
            IsCapitalised = until - from > 1 && char.IsUpper(folded.Original[from]) && char.IsLower(folded.Original[from + 1]),
        });
        _behindLast = end;
    }
}
