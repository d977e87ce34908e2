using CsCheck;

namespace Tisserand.France.Tests.Text;

public sealed class Folding_a_text
{
    private static readonly Gen<string> Texts =
        Gen.String[Gen.Char["aZ é'É’-œŒçàÇ\u0301\u00A0\u200B\uD83D\uDE00ßi"], 0, 30];

    [Theory]
    [InlineData("Élodie", "elodie")]
    [InlineData("L’Hôpital-d'Été", "l hopital d ete")]
    [InlineData("Cœur  de\tBœuf ", "coeur de boeuf")]
    [InlineData("Saint–Jean", "saint jean")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("Straße Ægir ŁÓDŹ", "strasse aegir lodz")]
    [InlineData("14h30, chez M. Le Goff !", "14h30, chez m. le goff !")]
    [InlineData("", "")]
    [InlineData(" - ", "")]
    [InlineData("oui", "oui")]
    public void It_is_plain_lower_case(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing() => Texts.Sample(text =>
        Assert.Equal(TextFolding.Fold(text), TextFolding.Fold(TextFolding.Fold(text))));

    [Fact]
    public void Case_does_not_matter() => Texts.Sample(text =>
        Assert.Equal(TextFolding.Fold(text), TextFolding.Fold(text.ToUpperInvariant().Replace("SS", "ss", StringComparison.Ordinal))));

    [Fact]
    public void Offsets_lead_back_into_the_original()
    {
        var folded = TextFolding.FoldWithOffsets("  L’œuvre à   Éric");
        Assert.Equal("l oeuvre a eric", folded.Text);
        Assert.Equal("œuvre", Slice(folded, 2, 8));
        Assert.Equal("œ", Slice(folded, 3, 4));
        Assert.Equal("à", Slice(folded, 9, 10));
        Assert.Equal("Éric", Slice(folded, 11, 15));
        Assert.Equal("à   ", Slice(folded, 9, 11));
        Assert.Equal((18, 18), folded.InOriginal(15, 15));
    }

    [Fact]
    public void An_accent_typed_apart_belongs_to_its_letter() =>
        Assert.Equal("e\u0301", Slice(TextFolding.FoldWithOffsets("pre\u0301"), 2, 3));

    [Fact]
    public void Whatever_stands_behind_a_range_folds_to_it() => Gen.Select(Texts, Gen.Int[0, 100], Gen.Int[0, 100]).Sample((text, a, b) =>
    {
        var folded = TextFolding.FoldWithOffsets(text);
        var start = folded.Text.Length == 0 ? 0 : a % folded.Text.Length;
        var end = start + (folded.Text.Length == start ? 0 : b % (folded.Text.Length - start + 1));
        var behind = TextFolding.Fold(Slice(folded, start, end));
        Assert.Contains(folded.Text[start..end].Trim(), behind, StringComparison.Ordinal);
        Assert.True(behind.Length <= end - start + 2, "œ cut in two, at most at both ends");
    });

    [Fact]
    public void Ranges_outside_are_the_callers_error()
    {
        var folded = TextFolding.FoldWithOffsets("Été");
        Assert.Throws<ArgumentOutOfRangeException>(() => folded.InOriginal(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => folded.InOriginal(0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => folded.InOriginal(2, 1));
    }

    private static string Slice(FoldedText folded, int start, int end)
    {
        var (from, until) = folded.InOriginal(start, end);
        return folded.Original[from..until];
    }
}
