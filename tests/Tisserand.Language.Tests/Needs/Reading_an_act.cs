namespace Tisserand.Language.Tests;

public sealed class Reading_an_act
{
    [Theory]
    [InlineData("Je dois annuler le transport de jeudi", "annulation")]
    [InlineData("Plus besoin de chauffeur mardi, ma nièce m'emmène", "annulation")]
    [InlineData("Ne passez pas demain, j'ai de la famille à la maison", "annulation")]
    [InlineData("Pouvez-vous décaler ma visite de jeudi à vendredi ?", "modification")]
    [InlineData("Le rendez-vous est à 11h au lieu de 14h", "modification")]
    [InlineData("Merci mille fois à Solange pour la soupe", "hors_demande.merci")]
    [InlineData("Je donne un déambulateur presque neuf", "hors_demande.don")]
    [InlineData("Jeune retraité, je voudrais donner un peu de mon temps aux anciens", "hors_demande.benevole")]
    [InlineData("Combien coûte l'adhésion ?", "hors_demande")]
    public void Acts_come_before_needs(string text, string act)
    {
        var read = Reader.Read(text);
        Assert.Equal(act, read.Need.Type);
        Assert.True(read.Need.IsAct);
    }

    [Fact]
    public void What_is_asked_besides_a_cancellation_follows_it()
    {
        var read = Reader.Read("Pas la peine de venir pour le jardin cette semaine, par contre il me faudrait du bois rentré samedi.");
        Assert.Equal("annulation", read.Need.Type);
        var other = Assert.Single(read.Others);
        Assert.Equal("jardin_bois", other.Need.Type);
        Assert.Equal(14, Assert.Single(other.When).Start!.Value.Day);
    }

    [Theory]
    [InlineData("Merci de me rappeler pour mes courses")]
    [InlineData("Il me faudrait mes courses vendredi, merci d'avance")]
    [InlineData("Merci pour mardi. J'aurais encore besoin d'un coup de main pour mes courses vendredi")]
    public void A_polite_thank_you_is_no_thanks(string text) => Assert.Equal("courses", Reader.Read(text).Need.Type);

    [Fact]
    public void Saying_that_one_does_not_cancel_cancels_nothing() =>
        Assert.NotEqual("annulation", Reader.Read("Je ne voudrais surtout pas annuler mardi, mais il faudrait que ce soit plutôt le matin").Need.Type);

    [Fact]
    public void A_cancellation_that_names_no_visit_asks_which() =>
        Assert.Contains(Reader.Read("Laissez tomber pour le chauffeur").Questions, q => q.Code == "request");

    [Fact]
    public void Help_that_is_cancelled_is_not_urgent() => Assert.False(Reader.Read("J'annule demain, je n'ai plus besoin de personne").Urgent);
}
