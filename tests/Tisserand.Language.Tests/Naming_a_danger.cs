namespace Tisserand.Language.Tests;

public sealed class Naming_a_danger
{
    [Theory]
    [InlineData("au secours il y a une odeur de gaz chez moi", "maison")]
    [InlineData("au secours", "détresse")]
    [InlineData("à l'aide, je suis tombée et je ne peux plus me relever", "chute")]
    public void A_cry_for_help_says_less_than_what_it_is_about(string words, string theme) => Assert.Equal(theme, ReadDanger.In(ReadText.From(words)).Theme);
}
