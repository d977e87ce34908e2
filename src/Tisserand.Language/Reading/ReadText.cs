using Tisserand.France;

namespace Tisserand.Language;

/// <summary>The first step of all understanding: text as it was typed, dictated or sent becomes tokens that know their place.</summary>
public static class ReadText
{
    /// <summary>Reads any text at all; the empty one has no tokens.</summary>
    /// <param name="lexicon">Words that slips are mended to; null takes <see cref="Lexicon.Shipped"/>.</param>
    /// <remarks>Folding, then words, numbers and signs; then shorthand written out, numbers in letters joined, telephone
    /// numbers kept whole, slips mended. O(length) time and memory.</remarks>
    public static Reading From(string text, Lexicon? lexicon = null)
    {
        var folded = TextFolding.FoldWithOffsets(text);
        var tokens = new Scanner(folded).Tokens();
        tokens = Numerals.Joined(tokens);
        tokens = PhoneNumbers.Kept(tokens);
        return new(text, Spelling.Mended(tokens, lexicon ?? Lexicon.Shipped));
    }
}
