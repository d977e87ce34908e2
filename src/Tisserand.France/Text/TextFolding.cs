using System.Globalization;
using System.Text;

namespace Tisserand.France;

/// <summary>Text as it is compared: lower case, without accents, œ as oe, apostrophes and hyphens as spaces,
/// runs of blanks as one space, none at the ends.</summary>
public static class TextFolding
{
    /// <summary>The folded text.</summary>
    public static string Fold(string text) => IsFolded(text) ? text : FoldWithOffsets(text).Text;

    /// <summary>The folded text with the way back into the original.</summary>
    public static FoldedText FoldWithOffsets(string text)
    {
        var folding = new Folding(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsAscii(c)) folding.Add(Simple(c), at, at + 1);
            else if (Rune.TryGetRuneAt(text, at, out var rune))
            {
                folding.AddBeyondAscii(rune, at);
                at += rune.Utf16SequenceLength;
                continue;
            }
            else folding.Add('\uFFFD', at, at + 1);                    // half a surrogate pair
            at++;
        }
        return folding.Done(text);
    }

    private static bool IsFolded(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!char.IsAscii(c) || Simple(c) != c) return false;
            if (c == ' ' && (i == 0 || i == text.Length - 1 || text[i - 1] == ' ')) return false;
        }
        return true;
    }

    private static char Simple(char c) =>
        c is '\'' or '-' or '`' || char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c);

    /// <summary>The text being built: characters with the half-open range of the original each came from.</summary>
    private sealed class Folding(int capacity)
    {
        private readonly StringBuilder _text = new(capacity);
        private readonly List<int> _starts = new(capacity), _ends = new(capacity);

        public void Add(char c, int start, int end)
        {
            if (c == ' ' && (_text.Length == 0 || _text[^1] == ' '))
            {
                if (_text.Length > 0) _ends[^1] = end;
                return;
            }
            _text.Append(c);
            _starts.Add(start);
            _ends.Add(end);
        }

        public void AddBeyondAscii(Rune rune, int at)
        {
            var end = at + rune.Utf16SequenceLength;
            var written = rune.Value switch
            {
                'œ' or 'Œ' => "oe",
                'æ' or 'Æ' => "ae",
                'ß' or 'ẞ' => "ss",
                'ø' or 'Ø' => "o",
                'ł' or 'Ł' => "l",
                '’' or '‘' or 'ʼ' or '´' or '′' => " ",
                >= 0x2010 and <= 0x2015 or 0x2212 => " ",              // hyphens, dashes, minus
                0x00AD or 0x200B or 0xFEFF => "",                      // soft hyphen, zero-width
                _ when Rune.IsWhiteSpace(rune) => " ",
                _ when (rune.Value & 0xFFFE) == 0xFFFE => "\uFFFD",     // no character: Normalize refuses it
                _ => Rune.ToLowerInvariant(rune).ToString().Normalize(NormalizationForm.FormD),
            };
            foreach (var c in written)
                if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) Add(c, at, end);
                else if (_ends.Count > 0 && _ends[^1] < end) _ends[^1] = end;   // an accent typed apart
        }

        public FoldedText Done(string original)
        {
            if (_text.Length > 0 && _text[^1] == ' ')
            {
                _text.Length--;
                _starts.RemoveAt(_starts.Count - 1);
                _ends.RemoveAt(_ends.Count - 1);
            }
            return new(original, _text.ToString(), _starts, _ends);
        }
    }
}
