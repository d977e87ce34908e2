namespace Tisserand.Language.Tests;

public sealed class Hearing_a_danger
{
    [Theory]
    [InlineData("Je suis tombée dans la salle de bain et je ne peux pas me relever")]
    [InlineData("Ma mère vient de faire un malaise devant moi")]
    [InlineData("J'ai une douleur dans la poitrine")]
    [InlineData("Papa a la bouche de travers et ne parle plus")]
    [InlineData("Ma voisine ne répond pas à la porte et ses volets sont fermés")]
    [InlineData("Je n'arrive pas à joindre ma tante depuis trois jours")]
    [InlineData("Je ne sers plus à rien, autant en finir")]
    [InlineData("J'ai avalé toute la boîte de cachets")]
    [InlineData("Mon fils me frappe quand il a bu")]
    [InlineData("On m'enferme à clé dans ma chambre")]
    [InlineData("Ça sent le gaz dans la cuisine")]
    [InlineData("J'ai de l'eau partout dans la maison et ça monte")]
    [InlineData("Je n'ai plus de chauffage depuis deux jours")]
    [InlineData("Je n'ai rien mangé depuis avant-hier")]
    [InlineData("Un faux policier est chez moi et veut ma carte bleue")]
    [InlineData("jsui tombé secour")]
    public void In_plain_words_it_rings(string text)
    {
        var read = Reader.Read(text);
        Assert.Equal(DangerLevel.Plain, read.Danger.Level);
        Assert.True(read.Urgent);
        Assert.NotEmpty(read.Danger.Words);
    }

    [Theory]
    [InlineData("Papa dit qu'il veut rejoindre maman")]
    [InlineData("Elle a des bleus sur les bras depuis que le nouveau monsieur s'occupe d'elle")]
    [InlineData("Le chien de ma voisine aboie depuis deux jours derrière la porte")]
    [InlineData("Il donne tout son argent à une femme rencontrée sur internet")]
    [InlineData("Les enfants seront tranquilles quand je ne serai plus là")]
    [InlineData("Mon gendre a changé les serrures, je n'ai plus le droit de rentrer chez moi")]
    [InlineData("j'ai très mal au ventre depuis cette nuit et je vomis")]
    [InlineData("Je ne peux plus descendre de mon lit et personne ne vient avant lundi")]
    [InlineData("Il pleut dans ma chambre et le plafond gondole")]
    public void Only_hinted_it_rings_and_asks(string text)
    {
        var read = Reader.Read(text);
        Assert.NotEqual(DangerLevel.None, read.Danger.Level);
        Assert.True(read.Urgent);
        if (read.Danger.Level == DangerLevel.Hinted) Assert.Equal("danger", read.Questions[0].Code);
    }

    [Theory]
    [InlineData("Je meurs d'ennui toute seule")]
    [InlineData("Ces escaliers vont me tuer, qui peut monter mes packs d'eau ?")]
    [InlineData("Je suis tombée l'an dernier, depuis je n'ose plus sortir seule")]
    [InlineData("J'ai fait un AVC il y a dix ans, je ne conduis plus")]
    [InlineData("J'ai peur de tomber, il faudrait une barre d'appui")]
    [InlineData("Mon frigo est mort")]
    [InlineData("Je tue le temps en tricotant")]
    [InlineData("Mon fils me bat aux échecs")]
    [InlineData("J'ai froid aux pieds, il me faut des chaussons")]
    [InlineData("J'ai une prise de sang demain")]
    [InlineData("Le détecteur de fumée bipe, la pile est usée")]
    [InlineData("Je suis tombée sur votre annonce")]
    [InlineData("Laissez tomber pour le chauffeur")]
    public void False_friends_do_not_ring(string text) => Assert.Equal(DangerLevel.None, Reader.Read(text).Danger.Level);

    [Theory]
    [InlineData("Ma mère est tombée dans le jardin, elle ne bouge plus", null)]
    [InlineData("Je suis tombée ce matin et je ne peux plus me relever, il me faudrait aussi des courses", "courses")]
    [InlineData("Je n'ai plus de chauffage depuis deux jours", "urgence_logement")]
    public void Beside_it_only_what_is_asked_is_a_need(string text, string? type) => Assert.Equal(type, Reader.Read(text).Need.Type);

    [Fact]
    public void An_old_fall_does_not_silence_a_new_one() =>
        Assert.Equal(DangerLevel.Plain, Reader.Read("Je suis tombée l'an dernier. Et là je suis par terre, je ne peux pas me relever.").Danger.Level);

    [Fact]
    public void A_false_friend_does_not_silence_the_rest() =>
        Assert.Equal(DangerLevel.Plain, Reader.Read("Je meurs d'ennui, et parfois j'ai envie d'en finir").Danger.Level);

    [Theory]
    [InlineData("C'est urgent : un dossier à rendre lundi en huit", true)]
    [InlineData("Des courses cet après-midi svp", true)]
    [InlineData("Des courses vendredi, rien d'urgent", false)]
    [InlineData("De la visite tous les mardis", false)]
    public void Help_wanted_within_a_day_or_said_so_is_urgent(string text, bool urgent) => Assert.Equal(urgent, Reader.Read(text).Urgent);
}
