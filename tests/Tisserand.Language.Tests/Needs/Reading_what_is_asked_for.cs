namespace Tisserand.Language.Tests;

public sealed class Reading_what_is_asked_for
{
    [Theory]
    [InlineData("Ma voiture est en panne, qui pourrait me déposer à la gare ?", "transport")]
    [InlineData("Il faudrait conduire maman chez le cardiologue jeudi", "transport.medical")]
    [InlineData("Je voudrais que quelqu'un vienne avec moi chez le notaire, j'ai peur de ne pas comprendre", "accompagnement")]
    [InlineData("Je ne peux plus porter mes packs d'eau", "courses")]
    [InlineData("Mes médicaments m'attendent à la pharmacie", "courses.pharmacie")]
    [InlineData("Pourrait-on m'apporter un repas chaud le midi ?", "repas")]
    [InlineData("Je m'ennuie, j'aimerais jouer au scrabble avec quelqu'un", "visite")]
    [InlineData("J'aimerais qu'on me téléphone de temps en temps, entendre une voix", "ecoute")]
    [InlineData("Mon robinet goutte et la poignée de la porte est cassée", "bricolage")]
    [InlineData("L'herbe est trop haute, il faut passer la tondeuse", "jardin_bois")]
    [InlineData("J'ai besoin d'aide pour repasser et faire les vitres", "aide_domicile")]
    [InlineData("Je ne comprends rien à cette lettre de la caisse de retraite", "administratif")]
    [InlineData("Ma tablette ne s'allume plus", "numerique")]
    [InlineData("Qui peut promener mon chien ?", "animal")]
    [InlineData("Je suis épuisée, quelqu'un pourrait-il garder mon mari deux heures ?", "repit_aidant")]
    [InlineData("La porte a claqué et mes clés sont à l'intérieur", "urgence_logement")]
    public void Each_type_of_help_is_known_by_its_words(string text, string type) => Assert.Equal(type, Reader.Read(text).Need.Type);

    [Theory]
    [InlineData("bjr g besoin dun chauffeur jeudi pr hopital", "transport.medical")]
    [InlineData("besoin de qqn pr tondre la pelous", "jardin_bois")]
    [InlineData("alors voilà c'est pour savoir si quelqu'un pouvait me faire mes commissions voilà merci", "courses")]
    public void So_are_messages_without_signs_or_spelling(string text, string type) => Assert.Equal(type, Reader.Read(text).Need.Type);

    [Theory]
    [InlineData("Je ne demande pas le ménage, ça j'ai quelqu'un. C'est pour le jardin.", "jardin_bois")]
    [InlineData("Ni courses ni ménage, juste un peu de conversation", "visite")]
    [InlineData("Pas besoin de chauffeur cette fois, mais il me faudrait quelqu'un pour remplir un dossier", "administratif")]
    public void What_is_declined_is_not_asked_for(string text, string type) => Assert.Equal(type, Reader.Read(text).Need.Type);

    [Fact]
    public void Care_comes_before_the_drive_to_it() =>
        Assert.Equal("transport.medical", Reader.Read("Plus de voiture, et j'ai ma dialyse mardi : il me faut un chauffeur").Need.Type);

    [Fact]
    public void A_need_told_in_many_words_is_one_need()
    {
        var read = Reader.Read("Je cherche un chauffeur avec une voiture pour me conduire au club et me ramener, je n'ai plus le permis");
        Assert.Equal("transport", read.Need.Type);
        Assert.Empty(read.Others);
    }

    [Fact]
    public void Two_needs_are_two_each_with_its_time()
    {
        var read = Reader.Read("Il faudrait me conduire chez le coiffeur mercredi à 14h, et aussi réparer mon volet vendredi");
        Assert.Equal("transport", read.Need.Type);
        var other = Assert.Single(read.Others);
        Assert.Equal("bricolage", other.Need.Type);
        Assert.Equal(11, Assert.Single(read.When).Start!.Value.Day);
        Assert.Equal(13, Assert.Single(other.When).Start!.Value.Day);
    }

    [Theory]
    [InlineData("Rappelez-moi s'il vous plaît")]
    [InlineData("J'ai besoin d'aide")]
    [InlineData("Do you speak English? I need help")]
    [InlineData("06 12 34 56 78 / 02 99 00 11 22")]
    [InlineData("")]
    public void What_says_too_little_gets_a_question_and_no_guess(string text)
    {
        var read = Reader.Read(text);
        Assert.Null(read.Need.Type);
        Assert.Equal("need", read.Questions[0].Code);
        Assert.True(read.Need.Alternatives.Count <= 3);
    }

    [Fact]
    public void The_words_that_caused_it_are_shown()
    {
        const string text = "Bonjour, mon robinet goutte depuis hier.";
        var words = Reader.Read(text).Need.Words.Select(w => text[w.Start..w.End]);
        Assert.Contains(words, w => w.Contains("robinet", StringComparison.Ordinal));
    }
}
