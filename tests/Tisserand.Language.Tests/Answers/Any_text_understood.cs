using System.Text;
using System.Text.Json;
using CsCheck;

namespace Tisserand.Language.Tests;

public sealed class Any_text_understood
{
    private static readonly string[] Pieces =
    [
        "ma mère", "86 ans", "chez le kiné", "à Redon", "de Rieux à", "par contre", "annuler", "merci", "je suis tombée", "pas besoin", "courses", "urgent",
        "St Nicolas", "née en 1938", "mon mari et moi", "et aussi", "tondre", "ne répond plus", "il faudrait", "jeudi", "je meurs d'ennui", "voisine",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(pieces => string.Join(' ', pieces))),
        (2, AnyText.Texts),
        (1, Gen.Select(AnyText.Texts, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), AnyText.Texts).Select((a, b, c) => a + " " + b + " " + c)));

    [Fact]
    public void Is_answered_with_spans_of_whole_words_of_it() => Texts.Sample(text =>
    {
        var read = Reader.Read(text);
        foreach (var span in Spans(read))
        {
            Assert.True(0 <= span.Start && span.Start < span.End && span.End <= text.Length);
            Assert.False(Cuts(text, span.Start) || Cuts(text, span.End));
        }
    });

    [Fact]
    public void Is_answered_the_same_twice() => Texts.Sample(text => Json(text) == Json(text));

    [Fact]
    public void Has_chances_that_make_sense() => Texts.Sample(text =>
    {
        foreach (var need in Reader.Read(text) is var read ? read.Others.Select(o => o.Need).Prepend(read.Need) : [])
        {
            Assert.InRange(need.Confidence, 0, 1);
            Assert.DoesNotContain(need.Alternatives, a => a.Type == need.Type || a.Chance is < 0 or > 1);
        }
    });

    [Fact]
    public void Says_danger_only_with_its_words_and_then_urgency() => Texts.Sample(text =>
    {
        var read = Reader.Read(text);
        return read.Danger.Level == DangerLevel.None == (read.Danger.Words.Count == 0) && (read.Danger.Level == DangerLevel.None || read.Urgent);
    });

    [Theory]
    [InlineData("<p>Bonjour,<br>je cherche <b>quelqu'un</b> pour mes courses&nbsp;samedi</p>")]
    [InlineData("\u202Eje cherche\u200F quelqu'un pour mes courses\0 samedi 🛒🛒")]
    public void Keeps_what_it_understands_among_signs(string text) => Assert.Equal("courses", Reader.Read(text).Need.Type);

    [Fact]
    public void May_be_a_hundred_thousand_letters_long()
    {
        var text = string.Concat(Enumerable.Repeat("Mon robinet goutte et xqzt 12 wvk, ", 3000));
        Assert.Equal("bricolage", Reader.Read(text).Need.Type);
    }

    private static IEnumerable<TextSpan> Spans(Understanding read) =>
        read.Need.Words.Concat(read.Persons.Words).Concat(read.Danger.Words).Concat(read.When.Select(w => w.Text))
            .Concat(read.Others.SelectMany(o => o.Need.Words.Concat(o.When.Select(w => w.Text))))
            .Concat(new[] { read.Place?.Text, read.From?.Text, read.Recurrence?.Text, read.Duration?.Text }.Concat(read.Questions.Select(q => q.Text)).OfType<TextSpan>());

    private static bool Cuts(string text, int at) => at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);

    private static string Json(string text)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, UnderstandingJson.Options)) UnderstandingJson.Write(json, Reader.Read(text));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
