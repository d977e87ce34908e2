namespace Tisserand.France;

/// <summary>A folded text that remembers where each of its characters stood in the original.</summary>
public sealed class FoldedText
{
    private readonly List<int> _starts, _ends;

    internal FoldedText(string original, string text, List<int> starts, List<int> ends) =>
        (Original, Text, _starts, _ends) = (original, text, starts, ends);

    /// <summary>The text as received.</summary>
    public string Original { get; }

    /// <summary>The text as compared.</summary>
    public string Text { get; }

    /// <summary>The range of UTF-16 code units of <see cref="Original"/> behind a range of <see cref="Text"/>; both half-open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is outside the folded text or reversed.</exception>
    public (int Start, int End) InOriginal(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        if (start < end) return (_starts[start], _ends[end - 1]);
        var at = start < Text.Length ? _starts[start] : Original.Length;
        return (at, at);
    }
}
