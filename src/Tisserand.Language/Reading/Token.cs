namespace Tisserand.Language;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>A whole number, in digits or letters, cardinal or ordinal.</summary>
    Number,

    /// <summary>One sign: . , ; : / ? ! ( ) + &amp; - and "\n" for a line break.</summary>
    Mark,

    /// <summary>A telephone number, kept whole so that no part of it is taken for an hour or a day.</summary>
    Phone,
}

/// <summary>A word, number or sign of a text, normalised, with its place in the original.</summary>
/// <param name="Text">Lower case, no accents, shorthand written out, slips mended; a number in digits. An abbreviation
/// that stands for several words gives as many tokens with one and the same place.</param>
/// <param name="Start">First UTF-16 code unit in the original.</param>
/// <param name="End">Behind the last one.</param>
public sealed record Token(TokenKind Kind, string Text, int Start, int End)
{
    /// <summary>The number meant; also 1 for "un" and "une", which stay words. Null for other words and above nine digits.</summary>
    public int? Value { get; init; }

    /// <summary>"1er", "deuxième".</summary>
    public bool IsOrdinal { get; init; }

    /// <summary>As in the original, only folded: "rdv", "mecredi", "quatre vingt six".</summary>
    public string Written { get; init; } = Text;

    /// <summary>Nothing stands between the token before and this one.</summary>
    public bool IsGlued { get; init; }

    /// <summary>Written like a name: a capital, then small letters. False in a text all in capitals.</summary>
    public bool IsCapitalised { get; init; }
}
