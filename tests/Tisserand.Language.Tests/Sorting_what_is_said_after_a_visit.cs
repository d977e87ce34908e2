namespace Tisserand.Language.Tests;

public sealed class Sorting_what_is_said_after_a_visit
{
    [Theory]
    [InlineData("Anne a été adorable, un vrai rayon de soleil", FeedbackSort.Praise)]
    [InlineData("Tout s'est bien passé, aucun problème", FeedbackSort.Praise)]
    [InlineData("très gentil et ponctuel merci beaucoup", FeedbackSort.Praise)]
    [InlineData("Nous avons bien ri, ça fait du bien", FeedbackSort.Praise)]
    [InlineData("Personne n'est venu, j'ai attendu toute la matinée", FeedbackSort.Problem)]
    [InlineData("elle est arrivée avec une heure de retard sans prévenir", FeedbackSort.Problem)]
    [InlineData("Il n'était pas très aimable", FeedbackSort.Problem)]
    [InlineData("il a cassé un vase et il est parti trop tôt", FeedbackSort.Problem)]
    [InlineData("Il manquait le beurre et les œufs dans les courses", FeedbackSort.Problem)]
    [InlineData("je ne veux plus la revoir", FeedbackSort.Problem)]
    [InlineData("pas contente du tout", FeedbackSort.Problem)]
    [InlineData("Le digicode a changé, c'est maintenant le 4512", FeedbackSort.PracticalNote)]
    [InlineData("Se garer derrière la mairie, sonner deux fois, elle entend mal", FeedbackSort.PracticalNote)]
    [InlineData("La prochaine fois prévoir de la monnaie", FeedbackSort.PracticalNote)]
    [InlineData("Attention au chien en entrant par le jardin", FeedbackSort.PracticalNote)]
    [InlineData("Elle avait un bleu au visage et elle a peur de son fils qui la frappe", FeedbackSort.Danger)]
    [InlineData("je l'ai trouvée par terre, elle ne pouvait plus se relever", FeedbackSort.Danger)]
    [InlineData("Il faisait beau", FeedbackSort.Other)]
    [InlineData("", FeedbackSort.Other)]
    public void The_gravest_comes_first(string words, FeedbackSort sort) => Assert.Equal(sort, ReadFeedback.In(ReadText.From(words)).First);

    [Fact]
    public void A_sentence_may_be_good_for_several_things()
    {
        var found = ReadFeedback.In(ReadText.From("Merci, Paul est formidable, mais il est arrivé en retard et le portail est dur à ouvrir"));

        Assert.Equal([FeedbackSort.Problem, FeedbackSort.PracticalNote, FeedbackSort.Praise], found.Sorts);
        Assert.Equal("retard", found.Theme);
    }

    [Fact]
    public void The_words_that_say_it_are_words_of_the_text()
    {
        const string words = "Élise était très gentille 🙂 mais pas à l'heure";

        Assert.Equal(["très gentille", "pas à l'heure"], ReadFeedback.In(ReadText.From(words)).Words.Select(w => words[w.Start..w.End]).Where(w => w.Contains(' ', StringComparison.Ordinal)));
    }
}
