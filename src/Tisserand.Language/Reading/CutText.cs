namespace Tisserand.Language;

/// <summary>A text in pieces, so that a page can mark the words that were recognised.</summary>
public static class CutText
{
    /// <param name="text">As received.</param>
    /// <param name="words">Spans of it in order of their beginning; where two overlap, the first counts.</param>
    /// <returns>Pieces that make up the whole text, each within the words or between them.</returns>
    public static IEnumerable<(string Text, bool IsWords)> By(string text, IReadOnlyList<TextSpan> words)
    {
        var at = 0;
        foreach (var span in words)
        {
            if (span.Start < at) continue;
            if (span.Start > at) yield return (text[at..span.Start], false);
            yield return (text[span.Start..span.End], true);
            at = span.End;
        }

        if (at < text.Length) yield return (text[at..], false);
    }
}
