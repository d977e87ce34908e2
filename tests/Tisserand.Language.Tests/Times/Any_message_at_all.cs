using CsCheck;

namespace Tisserand.Language.Tests.Messages;

public sealed class Any_message_at_all
{
    [Fact]
    public void Shows_whole_words_of_the_text_for_each_value() => AnyText.Texts.Sample(text =>
    {
        foreach (var (start, end) in Spans(Redon.Times(text)))
        {
            Assert.True(0 <= start && start < end && end <= text.Length);
            Assert.False(start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start]));
            Assert.False(end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]));
        }
    });

    [Fact]
    public void Gives_times_that_do_not_end_before_they_begin() => AnyText.Texts.Sample(text =>
        Redon.Times(text).When.All(w => w.Start is not null || w.End is not null) && Redon.Times(text).When.All(w => w.Start is null || w.End is null || w.Start <= w.End));

    [Fact]
    public void Is_read_the_same_twice() => AnyText.Texts.Sample(text =>
    {
        var (once, again) = (Redon.Times(text), Redon.Times(text));
        Assert.Equal(once.When, again.When);
        Assert.Equal(once.Recurrence, again.Recurrence);
        Assert.Equal(once.Questions, again.Questions);
    });

    [Fact]
    public void Never_assumes_without_another_reading() => AnyText.Texts.Sample(text =>
        Redon.Times(text).When.Where(w => w.Assumed).GroupBy(w => w.Text).All(g => g.Count() > 1));

    [Fact]
    public void Is_read_when_blanks_are_doubled() => AnyText.Texts.Sample(text =>
        Assert.Equal(Redon.Written(Redon.Times(text)), Redon.Written(Redon.Times(text.Replace(" ", "  ", StringComparison.Ordinal)))));

    [Theory]
    [InlineData("Elle voudrait une visite jeudi à 14h30, merci beaucoup. ")]
    [InlineData("lundi lundi lundi ")]
    [InlineData("le 3 le 4 le 5 et le 6 mars à 9h ou 10h ")]
    [InlineData("12 12 12 ")]
    [InlineData("(((((( <b> à à à ")]
    public void Takes_twice_the_memory_for_twice_the_text(string piece)
    {
        Redon.Times(piece);
        var (once, twice) = (Allocated(string.Concat(Enumerable.Repeat(piece, 400))), Allocated(string.Concat(Enumerable.Repeat(piece, 800))));
        Assert.InRange(twice, once, once * 2.6);
    }

    [Fact]
    public void May_have_a_hundred_thousand_characters() =>
        Assert.NotEmpty(Redon.Times(string.Concat(Enumerable.Repeat("rdv jeudi 14h30 ou vendredi ", 3600))).When);

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Redon.Times(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<TextSpan> Spans(TimesFound found) => found.When.Select(w => w.Text)
        .Concat(found.Recurrence is { } r ? [r.Text] : [])
        .Concat(found.Duration is { } d ? [d.Text] : [])
        .Concat(found.Questions.Where(q => q.Text is not null).Select(q => q.Text!.Value));
}
