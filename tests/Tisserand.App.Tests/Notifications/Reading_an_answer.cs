using CsCheck;
using Tisserand.App.Notifications;

namespace Tisserand.App.Tests.Notifications;

public sealed class Reading_an_answer
{
    [Theory]
    [InlineData("OUI 47")]
    [InlineData("oui 47")]
    [InlineData("Oui47")]
    [InlineData("47 oui")]
    [InlineData("oui, 47.")]
    [InlineData("oui n°47")]
    [InlineData("OUI numéro 47 merci !")]
    [InlineData("Oui je peux 47")]
    [InlineData("Bonjour, oui avec plaisir pour la demande 47. Bonne journée")]
    [InlineData("ok 47 👍🏽")]
    [InlineData("D’accord 047")]
    [InlineData("oui 47 47")]
    [InlineData("finalement je peux 47")]
    [InlineData("yes 47 thanks")]
    public void A_yes_with_its_number(string text) => Assert.Equal(new Reply.Yes(47), ReplyReader.Read(text));

    [Theory]
    [InlineData("oui")]
    [InlineData(" OUI !! ")]
    [InlineData("oui merci")]
    [InlineData("Oui, je veux bien")]
    [InlineData("ok")]
    [InlineData("d'accord")]
    [InlineData("d accord")]
    [InlineData("c’est d’accord pour moi")]
    [InlineData("Ça marche 🙂")]
    [InlineData("Bien sûr")]
    [InlineData("Bien su\u0302r")]
    [InlineData("Pas de problème")]
    [InlineData("Bonjour madame, je suis disponible, bonne soirée")]
    [InlineData("comptez sur moi ❤️")]
    [InlineData("Oui\nMerci")]
    public void A_bare_yes(string text) => Assert.Equal(new Reply.Yes(null), ReplyReader.Read(text));

    [Theory]
    [InlineData("NON 47")]
    [InlineData("NON 47 désolée")]
    [InlineData("non 47 😢")]
    [InlineData("Désolé, pas possible 47")]
    [InlineData("47 non merci")]
    [InlineData("je ne peux pas 47, une autre fois")]
    [InlineData("Malheureusement je ne suis pas disponible, 47")]
    public void A_no_with_its_number(string text) => Assert.Equal(new Reply.No(47), ReplyReader.Read(text));

    [Theory]
    [InlineData("non")]
    [InlineData("Non merci")]
    [InlineData("pas possible")]
    [InlineData("impossible")]
    [InlineData("Je ne pourrai pas, désolée")]
    [InlineData("pas cette fois-ci")]
    [InlineData("Je peux pas")]
    [InlineData("no sorry")]
    public void A_bare_no(string text) => Assert.Equal(new Reply.No(null), ReplyReader.Read(text));

    [Theory]
    [InlineData("STOP")]
    [InlineData("Stop.")]
    [InlineData("stop merci")]
    [InlineData("STOP SMS")]
    [InlineData("Arrêtez de m’écrire")]
    [InlineData("plus de messages svp")]
    public void No_more_solicitations(string text) => Assert.Equal(new Reply.Stop(), ReplyReader.Read(text));

    [Theory]
    [InlineData("oui mais pas avant 15h")]
    [InlineData("oui si quelqu’un peut le ramener")]
    [InlineData("oui ?")]
    [InlineData("oui et non")]
    [InlineData("oui/non")]
    [InlineData("oui je ne peux pas")]
    [InlineData("non pas de problème")]
    [InlineData("oui désolée")]
    [InlineData("oui 😢")]
    [InlineData("oui 🤔")]
    [InlineData("oui 47 et 48")]
    [InlineData("oui 47 non 48")]
    [InlineData("oui 4 7")]
    [InlineData("oui le 12")]
    [InlineData("oui 15h")]
    [InlineData("oui 14:30")]
    [InlineData("non stop")]
    [InlineData("STOP 47")]
    [InlineData("je ne sais pas")]
    [InlineData("peut-être")]
    [InlineData("je vous rappelle")]
    [InlineData("c’est pour quelle heure ?")]
    [InlineData("désolée")]
    [InlineData("merci")]
    [InlineData("47")]
    [InlineData("👍")]
    [InlineData("oui 06 12 34 56 78")]
    [InlineData("oui 12345678")]
    [InlineData("oui ٤٧")]
    [InlineData("да 47")]
    [InlineData("pas")]
    [InlineData("")]
    [InlineData("   \n ")]
    public void Anything_doubtful_goes_to_a_person(string text) => Assert.Equal(new Reply.Other(), ReplyReader.Read(text));

    [Fact]
    public void Letter_case_accents_and_spacing_never_change_the_meaning() =>
        OneOf("oui 47", "d'accord", "non désolée", "pas possible 12", "stop", "oui mais tard").Select(Gen.Int[0, 3], Gen.Bool)
            .Sample((text, spaces, upper) =>
            {
                var pad = new string(' ', spaces);
                var written = pad + (upper ? text.ToUpperInvariant() : text).Replace(" ", " " + pad) + pad;
                Assert.Equal(ReplyReader.Read(text), ReplyReader.Read(written));
            });

    [Fact]
    public void One_unknown_word_anywhere_makes_it_doubtful() =>
        Gen.Select(OneOf("oui 47", "oui merci", "non désolée", "stop"), Gen.String[Gen.Char['w', 'z'], 3, 8], Gen.Bool)
            .Sample((answer, word, before) => Assert.Equal(new Reply.Other(),
                ReplyReader.Read(before ? $"{word} {answer}" : $"{answer} {word}")));

    [Fact]
    public void The_number_read_is_the_number_written() =>
        Gen.Int[0, 999_999].Sample(n =>
        {
            Assert.Equal(new Reply.Yes(n), ReplyReader.Read($"OUI {n}"));
            Assert.Equal(new Reply.No(n), ReplyReader.Read($"non, {n}"));
        });

    [Fact]
    public void Whatever_is_typed_is_read_without_failing() => Gen.String.Sample(text => { ReplyReader.Read(text); });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
