using CsCheck;

namespace Tisserand.Language.Tests;

public sealed class Any_text_at_all
{
    [Fact]
    public void Is_read_into_tokens_in_order_that_lie_in_it() => AnyText.Texts.Sample(text =>
    {
        var tokens = ReadText.From(text).Tokens;
        Assert.All(tokens, t => Assert.True(0 <= t.Start && t.Start < t.End && t.End <= text.Length));
        Assert.All(tokens.Zip(tokens.Skip(1)), p => Assert.True(p.First.End <= p.Second.Start || (p.First.Start, p.First.End) == (p.Second.Start, p.Second.End)));
    });

    [Fact]
    public void Gives_spans_of_whole_words() => AnyText.Texts.Sample(text =>
    {
        var reading = ReadText.From(text);
        for (var i = 0; i < reading.Tokens.Count; i++)
        {
            var (start, end) = reading.Span(i, i);
            Assert.False(start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start]));
            Assert.False(end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]));
        }
    });

    [Fact]
    public void Is_read_the_same_twice() => AnyText.Texts.Sample(text =>
        Assert.Equal(ReadText.From(text).Tokens, ReadText.From(text).Tokens));

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("👵🏽🙏")]
    [InlineData("\u200F\u202E\0\uFFFF\uFFFE")]
    public void May_have_nothing_to_read(string text) =>
        Assert.DoesNotContain(ReadText.From(text).Tokens, t => t.Kind != TokenKind.Mark);
}
