namespace Tisserand.France.Tests.Text;

public sealed class Small_words_before_names
{
    [Theory]
    [InlineData("Redon", "à Redon", "de Redon")]
    [InlineData("Le Mans", "au Mans", "du Mans")]
    [InlineData("La Gacilly", "à La Gacilly", "de La Gacilly")]
    [InlineData("Les Fougerêts", "aux Fougerêts", "des Fougerêts")]
    [InlineData("L'Aigle", "à L'Aigle", "de L'Aigle")]
    [InlineData("Allaire", "à Allaire", "d'Allaire")]
    [InlineData("Évran", "à Évran", "d'Évran")]
    [InlineData("Hennebont", "à Hennebont", "d'Hennebont")]
    [InlineData("Haguenau", "à Haguenau", "de Haguenau")]
    [InlineData("Yvignac-la-Tour", "à Yvignac-la-Tour", "d'Yvignac-la-Tour")]
    [InlineData("Yoncq", "à Yoncq", "de Yoncq")]
    [InlineData("Lesneven", "à Lesneven", "de Lesneven")]
    [InlineData("Y", "à Y", "de Y")]
    public void At_and_of_a_place(string name, string at, string of)
    {
        Assert.Equal(at, FrenchNames.At(name));
        Assert.Equal(of, FrenchNames.Of(name));
    }

    [Theory, InlineData("Anne", "d'Anne"), InlineData("Yvonne", "d'Yvonne"), InlineData("Paul", "de Paul"), InlineData("Hélène", "d'Hélène")]
    public void Of_a_person(string name, string of) => Assert.Equal(of, FrenchNames.Of(name));
}
