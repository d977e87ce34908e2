namespace Tisserand.Language.Tests;

public sealed class Reading_a_text
{
    private static string[] Words(string text) => [.. ReadText.From(text).Tokens.Select(t => t.Text)];

    [Theory]
    [InlineData("14h30", "14 h 30")]
    [InlineData("14 h 30", "14 h 30")]
    [InlineData("14:30", "14 : 30")]
    [InlineData("14H30mn", "14 h 30 minutes")]
    [InlineData("à partir du 1er", "a partir du 1")]
    [InlineData("le 2ème mardi", "le 2 mardi")]
    [InlineData("9h-12h", "9 h - 12 h")]
    [InlineData("lundi-mercredi", "lundi - mercredi")]
    [InlineData("après-midi", "apres midi")]
    [InlineData("l’après‑midi", "l apres midi")]
    [InlineData("jeudi\nvendredi", "jeudi \n vendredi")]
    [InlineData("lun. 3 mars", "lun 3 mars")]
    [InlineData("Merci. À demain.", "merci . a demain .")]
    [InlineData("<b>mardi</b> 10h", "\n mardi \n 10 h")]
    public void Normalises(string text, string tokens) => Assert.Equal(tokens.Split(' '), Words(text));

    [Theory]
    [InlineData("quatre-vingt-six", 86)]
    [InlineData("quatre vingts", 80)]
    [InlineData("quatre-vingt-onze", 91)]
    [InlineData("soixante et onze", 71)]
    [InlineData("soixante-dix-neuf", 79)]
    [InlineData("septante-deux", 72)]
    [InlineData("vingt et un", 21)]
    [InlineData("cent trois", 103)]
    [InlineData("deux cent cinquante", 250)]
    [InlineData("deux mille vingt-six", 2026)]
    [InlineData("mille neuf cent quarante et un", 1941)]
    [InlineData("dix-sept", 17)]
    public void Joins_a_number_in_letters(string text, int value)
    {
        var token = Assert.Single(ReadText.From(text).Tokens);
        Assert.Equal((TokenKind.Number, value), (token.Kind, token.Value!.Value));
        Assert.Equal((0, text.Length), (token.Start, token.End));
    }

    [Theory]
    [InlineData("quatorze trente", "14 30")]
    [InlineData("vingt trente", "20 30")]
    [InlineData("dix quinze", "10 15")]
    [InlineData("deux trois jours", "2 3 jours")]
    [InlineData("un deux", "un 2")]
    public void Leaves_two_numbers_apart(string text, string tokens) => Assert.Equal(tokens.Split(' '), Words(text));

    [Theory]
    [InlineData("premier", 1)]
    [InlineData("deuxième", 2)]
    [InlineData("vingt et unième", 21)]
    [InlineData("1ère", 1)]
    [InlineData("3e", 3)]
    [InlineData("1ᵉʳ", 1)]
    public void Knows_a_rank(string text, int value)
    {
        var token = Assert.Single(ReadText.From(text).Tokens);
        Assert.True(token.IsOrdinal);
        Assert.Equal(value, token.Value);
        Assert.Equal((0, text.Length), (token.Start, token.End));
    }

    [Theory]
    [InlineData("rdv 2m1 aprem", "rendez vous demain apres midi")]
    [InlineData("g besoin ds la sem", "j ai besoin dans la semaine")]
    [InlineData("tlj sauf we", "tous les jours sauf week end")]
    public void Writes_shorthand_out(string text, string tokens) => Assert.Equal(tokens.Split(' '), Words(text));

    [Fact]
    public void Gives_every_word_of_a_shorthand_its_place()
    {
        var tokens = ReadText.From("un rdv").Tokens;
        Assert.Equal([(3, 6), (3, 6)], tokens.Skip(1).Select(t => (t.Start, t.End)));
    }

    [Theory]
    [InlineData("mecredi", "mercredi")]
    [InlineData("vendrdi", "vendredi")]
    [InlineData("lnudi", "lundi")]
    [InlineData("septmbre", "septembre")]
    [InlineData("semainne", "semaine")]
    [InlineData("disponnible", "disponible")]
    public void Mends_a_slip(string text, string word)
    {
        var token = Assert.Single(ReadText.From(text).Tokens);
        Assert.Equal((word, text), (token.Text, token.Written));
    }

    [Theory]
    [InlineData("main")]
    [InlineData("mairie")]
    [InlineData("demande")]
    [InlineData("jardin")]
    [InlineData("pendant")]
    [InlineData("cours")]
    [InlineData("marie")]
    public void Leaves_a_true_word(string word) => Assert.Equal([word], Words(word));

    [Fact]
    public void Leaves_a_name_inside_a_sentence() => Assert.Equal("madame merdi", string.Join(' ', Words("Madame Merdi")));

    [Theory]
    [InlineData("06 12 34 56 78")]
    [InlineData("0612345678")]
    [InlineData("06.12.34.56.78")]
    [InlineData("+33 6 12 34 56 78")]
    [InlineData("02-99-71-12-30")]
    public void Keeps_a_telephone_number_whole(string text)
    {
        var token = Assert.Single(ReadText.From(text).Tokens);
        Assert.Equal((TokenKind.Phone, 0, text.Length), (token.Kind, token.Start, token.End));
    }

    [Fact]
    public void Mends_to_words_handed_in() =>
        Assert.Equal("supermarche", ReadText.From("supermaché", Lexicon.Shipped.With(["supermarché"])).Tokens[0].Text);
}
