namespace Tisserand.Language;

/// <summary>Telephone numbers become one token: « 06 12 34 56 78 », « 0612345678 », « +33 6.12.34.56.78 ».</summary>
internal static class PhoneNumbers
{
    public static List<Token> Kept(List<Token> tokens)
    {
        var kept = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var length = Length(tokens, at);
            if (length == 0)
            {
                kept.Add(tokens[at++]);
                continue;
            }
            var digits = string.Concat(tokens.Skip(at).Take(length).Where(t => t.Kind == TokenKind.Number).Select(t => t.Text));
            kept.Add(tokens[at] with { Kind = TokenKind.Phone, Text = digits, Written = digits, Value = null, End = tokens[at + length - 1].End });
            at += length;
        }
        return kept;
    }

    /// <summary>How many tokens from here make a French number; 0 when none begins here.</summary>
    private static int Length(List<Token> tokens, int at)
    {
        var first = tokens[at];
        var international = first.Text == "+" && at + 1 < tokens.Count && tokens[at + 1].Text is var code && code.StartsWith("33", StringComparison.Ordinal);
        if (!international && (first.Kind != TokenKind.Number || first.Text[0] != '0')) return 0;
        var (digits, end, wanted) = (0, at, international ? 11 : 10);
        for (var i = international ? at + 1 : at; i < tokens.Count && i < at + 16 && digits < wanted; i++)
        {
            if (tokens[i].Kind == TokenKind.Number && tokens[i].Text.All(char.IsAsciiDigit))
            {
                digits += tokens[i].Text.Length;
                end = i + 1;
            }
            else if (tokens[i].Text is not ("." or "-" or "/" or "(" or ")")) break;
        }
        return digits == wanted ? end - at : 0;
    }
}
