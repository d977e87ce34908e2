namespace Tisserand.Language.Tests;

public sealed class Looking_for_turns_of_speech
{
    private static readonly Dictionary<string, WordSet> Lists = new(StringComparer.Ordinal) { ["bete"] = new WordSet(["chien", "chat"]) };

    private static List<string> Found(string turn, string text)
    {
        var reading = ReadText.From(text);
        var book = new PhraseBook<string>(Phrase.Parse(turn, Lists).Select(phrase => (phrase, turn)));
        return [.. book.In(reading.Tokens).Select(f => reading.Span(f.First, f.Behind - 1)).Select(s => text[s.Start..s.End])];
    }

    [Theory]
    [InlineData("chauffeur", "un chauffeur svp", "chauffeur")]
    [InlineData("kine*", "chez la kinésithérapeute", "kinésithérapeute")]
    [InlineData("seule?", "je suis seul", "seul")]
    [InlineData("(garder|nourrir) .. $bete", "garder mon petit chat", "garder mon petit chat")]
    [InlineData("ne (répond|ouvre) (plus|pas à la porte)", "elle ne répond pas à la porte", "ne répond pas à la porte")]
    [InlineData("(très)? urgent", "c'est urgent", "urgent")]
    [InlineData("pas la peine", "c'est pas la peine", "pas la peine")]
    [InlineData("plus <n> jours", "plus deux jours", "plus deux jours")]
    public void Finds_each_way_of_a_turn(string turn, string text, string expected) => Assert.Contains(expected, Found(turn, text));

    [Theory]
    [InlineData("meurs !(d'ennui|de rire)", "je meurs d'ennui")]
    [InlineData("garder .. chat", "garder. Le chat")]
    [InlineData("mort*", "le matin")]
    public void Finds_nothing_else(string turn, string text) => Assert.Empty(Found(turn, text));

    [Theory]
    [InlineData("(garder")]
    [InlineData("$inconnu")]
    [InlineData(".. chat")]
    [InlineData("garder ;)")]
    public void A_turn_that_cannot_be_read_is_refused_with_its_words(string turn)
    {
        var refused = Assert.Throws<FormatException>(() => Phrase.Parse(turn, Lists));
        Assert.Contains(turn, refused.Message, StringComparison.Ordinal);
    }
}
