using System.Globalization;

namespace Tisserand.France;

/// <summary>Walks over the notation; blanks between words do not matter, nor does case.</summary>
internal sealed class OpeningHoursScanner(string text)
{
    private int _at;

    /// <summary>Where the next word begins.</summary>
    public int Position
    {
        get
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
            return _at;
        }
    }

    public bool IsAtEnd => Position == text.Length;

    public bool Sees(char c) => Position < text.Length && text[_at] == c;

    public bool SeesDigit() => Position < text.Length && char.IsAsciiDigit(text[_at]);

    /// <summary>A clock time such as 8:30 comes next.</summary>
    public bool SeesTime()
    {
        var end = Position;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end > _at && end < text.Length && text[end] == ':';
    }

    public bool Take(char c)
    {
        if (!Sees(c)) return false;
        _at++;
        return true;
    }

    /// <summary>A whole number of so many digits; null when there is none or it has another length.</summary>
    public int? TakeNumber(int fewestDigits, int mostDigits)
    {
        var end = Position;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end - _at < fewestDigits || end - _at > mostDigits) return null;
        var number = int.Parse(text.AsSpan(_at, end - _at), CultureInfo.InvariantCulture);
        _at = end;
        return number;
    }

    public bool SeesWord(string[] words) => IndexOfWord(words) >= 0;

    /// <summary>The index of the word that comes next, whole; null when it is none of them.</summary>
    public int? TakeWord(string[] words)
    {
        var index = IndexOfWord(words);
        if (index < 0) return null;
        _at += words[index].Length;
        return index;
    }

    public OpeningHoursSyntaxException Wrong(OpeningHoursError error) => WrongAt(Position, error);

    public static OpeningHoursSyntaxException WrongAt(int position, OpeningHoursError error) => new(position, error);

    private int IndexOfWord(string[] words)
    {
        var end = Position;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        var word = text.AsSpan(_at, end - _at);
        for (var i = 0; i < words.Length; i++)
            if (word.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }
}

/// <summary>Carries an error up to the parser's door; never leaves it.</summary>
#pragma warning disable CA1032, CA1064 // a private signal of one parser, not an exception of the library
internal sealed class OpeningHoursSyntaxException(int position, OpeningHoursError error) : Exception
#pragma warning restore CA1032, CA1064
{
    public int Position => position;

    public OpeningHoursError Error => error;
}
