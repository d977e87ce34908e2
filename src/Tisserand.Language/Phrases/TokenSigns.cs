namespace Tisserand.Language;

internal static class TokenSigns
{
    extension(Token token)
    {
        /// <summary>A full stop, question mark, exclamation mark or line break.</summary>
        public bool EndsSentence => token is { Kind: TokenKind.Mark, Text: "." or "!" or "?" or "\n" };

        /// <summary>Any sign that ends a clause, commas and brackets included.</summary>
        public bool EndsClause => token is { Kind: TokenKind.Mark, Text: "." or "!" or "?" or "\n" or "," or ":" or "(" or ")" or "-" or "|" };
    }
}
