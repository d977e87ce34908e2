namespace Tisserand.Language.Tests;

public sealed class Reading_where
{
    private static (string? Place, string? From) Where(string text) =>
        Reader.Read(text) is var read ? (read.Place?.Commune?.Name, read.From?.Commune?.Name) : default;

    [Theory]
    [InlineData("Rendez-vous chez le kiné à Redon jeudi", "Redon", null)]
    [InlineData("Il faut m'emmener de Rieux à Vannes, consultation à 9h", "Vannes", "Rieux")]
    [InlineData("Qui pourrait me conduire à Limerzel depuis Péaule ?", "Limerzel", "Péaule")]
    [InlineData("Ma tante habite Fégréac et doit aller chez l'ophtalmo à Nantes", "Nantes", "Fégréac")]
    [InlineData("Courses pour M. Brétéché à St Nicolas de Redon", "Saint-Nicolas-de-Redon", null)]
    [InlineData("à ste marie pour des courses", "Sainte-Marie", null)]
    [InlineData("emmener à la gare de redon svp", "Redon", null)]
    [InlineData("J'ai besoin de courses, j'habite Glénac", "La Gacilly", null)]
    public void Communes_are_known_however_they_are_written(string text, string? place, string? from) => Assert.Equal((place, from), Where(text));

    [Theory]
    [InlineData("Le lait est sur la table et la gare est loin")]
    [InlineData("Dans le sens de la marche, deux tours de clé")]
    [InlineData("Mme Allaire a besoin de courses")]
    [InlineData("J'habite rue de Rennes, il me faut des courses")]
    [InlineData("Je m'appelle Monsieur Blain et je voudrais de la visite")]
    [InlineData("Vie, Pain, Mer : les mots croisés de mardi")]
    public void Words_names_and_streets_are_no_communes(string text) => Assert.Equal((null, null), Where(text));

    [Fact]
    public void The_cooperative_settles_communes_of_one_name()
    {
        const string text = "Un rendez-vous chez le dentiste à Langon lundi";
        Assert.Equal("35145", Reader.Read(text).Place!.Commune!.Insee);
        Assert.Equal("33227", Understand.Read(text, Reader.At, Reader.Near("33063")).Place!.Commune!.Insee);
    }

    [Fact]
    public void A_postcode_settles_them_too() =>
        Assert.Equal("76528", Reader.Read("Il me faut des courses à Rieux (76340)").Place?.Commune?.Insee);

    [Fact]
    public void What_nothing_settles_is_asked()
    {
        var read = Understand.Read("Un rendez-vous chez le dentiste à Sainte-Marie lundi à 9h", Reader.At, Reader.Near("75056"));
        Assert.Null(read.Place?.Commune);
        Assert.Contains(read.Questions, q => q.Code == "place");
    }
}
