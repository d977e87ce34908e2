namespace Tisserand.Language;

/// <summary>Slips in words of the lexicon.</summary>
internal static class Spelling
{
    /// <summary>Mends each word; one with a capital inside a sentence is taken for a name and left.</summary>
    public static List<Token> Mended(List<Token> tokens, Lexicon lexicon)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Word || token.Text != token.Written) continue;
            if (token.IsCapitalised && i > 0 && tokens[i - 1] is not { Kind: TokenKind.Mark, Text: "." or "!" or "?" or "\n" }) continue;
            var mended = lexicon.Mend(token.Text);
            if (mended != token.Text) tokens[i] = token with { Text = mended };
        }
        return tokens;
    }

    /// <summary>Insertions, deletions, replacements, and swaps of two neighbours (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.Length];
    }
}
