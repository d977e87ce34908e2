using Tisserand.France;

namespace Tisserand.Language;

/// <summary>Names of communes that are also words, first names or family names; from common-words.txt.</summary>
internal static class CommonWords
{
    private static readonly Lazy<HashSet<string>> Words = new(() =>
        [.. WordFile.Lines("Places/common-words.txt").SelectMany(line => line.Split(' ')).Select(TextFolding.Fold), .. NeedLexicon.Shipped.Words]);

    public static IEnumerable<string> All => Words.Value;

    /// <summary>Every word of the name, articles aside, is a common one.</summary>
    public static bool Have(IReadOnlyList<Token> tokens, int first, int behind)
    {
        if (behind - first > 1 && tokens[first].Text is ("saint" or "sainte" or "st" or "ste")) return false;
        for (var at = first; at < behind; at++)
            if (tokens[at].Text is not ("le" or "la" or "les" or "l" or "de" or "du" or "des" or "d") && !Words.Value.Contains(tokens[at].Text)) return false;
        return true;
    }
}
