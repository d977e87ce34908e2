using NodaTime;

namespace Tisserand.Language.Tests;

public sealed class Reading_who_speaks_and_for_whom
{
    [Theory]
    [InlineData("Ma mère a besoin qu'on lui apporte ses courses", "daughter_or_son", "mother")]
    [InlineData("C'est pour mon père, il ne conduit plus", "daughter_or_son", "father")]
    [InlineData("Mes parents n'arrivent plus à tondre", "daughter_or_son", "parents")]
    [InlineData("Ma belle-mère vit seule et s'ennuie", "other_family", "mother_in_law")]
    [InlineData("Ma grand-mère adore les cartes", "grandchild", "grandmother")]
    [InlineData("Mon oncle Raymond ne sort plus", "niece_or_nephew", "uncle")]
    [InlineData("Ma sœur sort de clinique et aura besoin de repas", "sibling", "sister")]
    [InlineData("Pour ma voisine du dessous : quelqu'un pour ses poubelles ?", "neighbour", "neighbour")]
    [InlineData("Mon amie Huguette voudrait qu'on l'emmène au marché", "friend", "friend")]
    [InlineData("Mairie de Pipriac : une dame de 91 ans souhaite de la visite", "professional", "client")]
    [InlineData("Un de mes patients n'a plus de bois", "professional", "client")]
    [InlineData("Bonjour, je suis la fille de Mme Lucas, elle ne conduit plus", "daughter_or_son", "mother")]
    [InlineData("Je suis le petit-fils de M. Delaunay, il voudrait de la visite", "grandchild", "grandfather")]
    [InlineData("Quelqu'un pourrait-il garder mon mari pendant mes courses ?", "spouse", "husband")]
    [InlineData("Mme JOUBAUD Thérèse, courses le mercredi", "unknown", "other")]
    [InlineData("M. Hamon aurait besoin de courses, 30 m à pied", "unknown", "other")]
    [InlineData("Mon fils garde ma carte bleue", "self", "self")]
    [InlineData("Mon mari et moi cherchons de l'aide pour la haie", "self", "couple")]
    public void The_relation_tells_both(string text, string caller, string relation)
    {
        var persons = Reader.Read(text).Persons;
        Assert.Equal((caller, relation), (persons.Caller, persons.Relation));
    }

    [Theory]
    [InlineData("J'ai besoin de quelqu'un pour mes courses")]
    [InlineData("Mon fils s'occupait de mes papiers mais il est loin, je suis perdue")]
    [InlineData("Je voudrais aller voir ma sœur à l'hôpital")]
    [InlineData("Pouvez-vous me conduire chez mon frère ?")]
    [InlineData("Depuis que mon mari est mort, je m'ennuie")]
    public void Who_asks_for_herself_may_speak_of_others(string text)
    {
        var persons = Reader.Read(text).Persons;
        Assert.Equal(("self", "self"), (persons.Caller, persons.Relation));
    }

    [Theory]
    [InlineData("?")]
    [InlineData("Rappelez au plus tard lundi")]
    public void Nobody_is_made_up(string text)
    {
        var persons = Reader.Read(text).Persons;
        Assert.Equal(("unknown", "unknown", (int?)null), (persons.Caller, persons.Relation, persons.Age));
    }

    [Theory]
    [InlineData("Ma mère de 86 ans a besoin de courses", 86)]
    [InlineData("Maman a quatre-vingt-neuf ans et vit seule", 89)]
    [InlineData("Je suis née en 1939, je cherche une dame pour mes vitres", 87)]
    [InlineData("Ma mère, née le 2 février 1941, voudrait des repas", 85)]
    [InlineData("À 88 ans, je voudrais qu'on me change une ampoule", 88)]
    [InlineData("Mon voisin, 80 ans passés, ne conduit plus", 80)]
    public void Her_age_is_read_from_years_or_birth(string text, int age) => Assert.Equal(age, Reader.Read(text).Persons.Age);

    [Fact]
    public void A_birthday_still_to_come_counts() =>
        Assert.Equal(84, Understand.Read("Mon père, né le 11 mars 1941, a besoin de bois", new LocalDateTime(2026, 3, 10, 9, 0), Reader.Redon).Persons.Age);

    [Theory]
    [InlineData("J'habite ici depuis 40 ans et je voudrais de la visite")]
    [InlineData("J'ai 84 ans et ma femme a besoin de repas")]
    [InlineData("Il y a 50 ans je dansais, maintenant je m'ennuie")]
    public void Other_years_are_nobodys_age(string text) => Assert.True(Reader.Read(text).Persons is { Relation: "self", Age: 84 } or { Age: null });
}
