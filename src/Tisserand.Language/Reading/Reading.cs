namespace Tisserand.Language;

/// <summary>A half-open range of UTF-16 code units of the text as received.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}

/// <summary>A text and its tokens in order. Made by <see cref="ReadText.From"/>.</summary>
public sealed record Reading(string Text, IReadOnlyList<Token> Tokens)
{
    /// <summary>The whole words of the original behind tokens <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public TextSpan Span(int first, int last)
    {
        var (start, end) = (Tokens[first].Start, Tokens[last].End);
        while (start > 0 && IsInWord(start - 1) && IsInWord(start)) start--;
        while (end < Text.Length && IsInWord(end - 1) && IsInWord(end)) end++;
        return new(start, end);
    }

    private bool IsInWord(int at) => char.IsLetterOrDigit(Text[at]) || char.IsSurrogate(Text[at]) && IsLetterPair(at);

    private bool IsLetterPair(int at)
    {
        var high = char.IsHighSurrogate(Text[at]) ? at : at - 1;
        return high >= 0 && high + 1 < Text.Length && char.IsSurrogatePair(Text, high)
            && System.Text.Rune.IsLetterOrDigit(new System.Text.Rune(Text[high], Text[high + 1]));
    }
}
