using CsCheck;

namespace Tisserand.Language.Tests;

public sealed class Learning_from_corrections
{
    /// <summary>No rule knows the word; in this cooperative it is an outing for the shopping.</summary>
    private const string Unsure = "Bonjour, est-ce qu'on pourrait aller aux zoubidous avec Solange ?";

    private static readonly string[] Words = ["clef", "clou", "porte", "vis", "toit", "bois"];

    private static readonly string[] Zoubidous =
    [
        "Je voudrais aller aux zoubidous vendredi", "Qui peut aller aux zoubidous ?", "On va aux zoubidous mardi", "aller aux zoubidous demain svp",
        "il faudrait aller aux zoubidous", "ma mère aimerait aller aux zoubidous", "pourrait-on aller aux zoubidous lundi",
    ];

    [Fact]
    public void A_word_that_four_people_say_is_never_kept_and_one_that_five_say_is()
    {
        var four = Enumerable.Range(0, 40).Select(i => (i % 4, WordFeatures.Of("aller aux zoubidous"))).ToList();

        Assert.Empty(WordFeatures.Common(four));
        Assert.Equal(["aller", "aller aux", "aux", "aux zoubidous", "zoubidous"], WordFeatures.Common(four.Append((4, WordFeatures.Of("aller aux zoubidous")))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_kept_was_said_by_five_people_whoever_they_are() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 5].Select(i => Words[i]).Array[1, 5]).Select(m => (m.Item1, (IReadOnlyList<string>)[.. m.Item2.Distinct()])).List[0, 40].Sample(messages =>
        {
            var common = WordFeatures.Common(messages);
            foreach (var word in messages.SelectMany(m => m.Item2).Distinct())
                Assert.Equal(messages.Where(m => m.Item2.Contains(word)).Select(m => m.Item1).Distinct().Count() >= WordFeatures.FewestPeople, common.Contains(word));
        });

    [Fact]
    public void Only_words_are_features_and_never_a_number_or_an_address()
    {
        var features = WordFeatures.Of("Yvonne, 02 99 71 99 01, yvonne@exemple.fr : 14 rue des Essais, <b>35600</b> ; il me faut du pain !");

        Assert.All(features, f => Assert.Matches("^[a-z]+( [a-z]+)?$", f));
        Assert.Contains("pain", features);
        Assert.Empty(WordFeatures.Of("  🙂 12 "));
    }

    [Fact]
    public void What_is_said_not_to_be_wanted_is_not_learned() =>
        Assert.DoesNotContain("jardin", WordFeatures.Of("Il me faudrait des courses, pas la peine pour le jardin"));

    [Fact]
    public void Nothing_learned_reads_as_before()
    {
        var empty = Reader.Redon with { SecondVoice = NeedClassifier.Learned([new NeedExample([], "courses"), new NeedExample(["zoubidous"], "inconnu")]) };

        foreach (var text in Zoubidous.Append(Unsure).Append("Il me faudrait quelqu'un pour la pelouse et mes courses"))
            Assert.Equal(Chances(Reader.Redon, text), Chances(empty, text));
    }

    [Fact]
    public void The_same_corrections_in_any_order_teach_the_same()
    {
        var examples = Zoubidous.Select(z => new NeedExample(WordFeatures.Of(z), "courses")).ToList();
        var (one, other) = (Learned(examples), Learned(examples.AsEnumerable().Reverse()));

        Assert.Equal(Chances(one, Unsure), Chances(other, Unsure));
        Assert.NotEqual(Chances(Reader.Redon, Unsure), Chances(one, Unsure));
    }

    [Fact]
    public void What_was_unsure_leans_to_what_people_corrected_also_under_a_type_of_the_cooperatives_own()
    {
        Assert.Null(Understand.Read(Unsure, Reader.At, Reader.Redon).Need.Type);

        var after = Understand.Read(Unsure, Reader.At, Learned(Zoubidous.Select(z => new NeedExample(WordFeatures.Of(z), "courses.marche")))).Need;

        Assert.Equal("courses", after.Type ?? after.Alternatives[0].Type);
        Assert.True(Chance(after, "courses") > 2 * Chance(Understand.Read(Unsure, Reader.At, Reader.Redon).Need, "courses"));
    }

    [Theory]
    [InlineData("Je suis tombée dans la cuisine et je n'arrive pas à me relever")]
    [InlineData("Je veux annuler les courses de jeudi")]
    [InlineData("Merci mille fois à Solange pour la soupe")]
    public void Danger_and_acts_are_read_as_before_whatever_is_learned(string text)
    {
        var misled = Learned(Enumerable.Repeat(new NeedExample(WordFeatures.Of(text), "jardin_bois"), 50));
        var (before, after) = (Reader.Read(text), Understand.Read(text, Reader.At, misled));

        Assert.Equal((before.Danger.Level, before.Danger.Theme, before.Need.IsAct), (after.Danger.Level, after.Danger.Theme, after.Need.IsAct));
        if (before.Need.IsAct) Assert.Equal(before.Need.Type, after.Need.Type);
    }

    [Fact]
    public void A_score_counts_what_is_first_what_is_sure_and_what_is_sure_and_right()
    {
        var score = NeedScore.Of(NeedClassifier.Shipped, [("Il me faudrait des courses vendredi", "courses"), ("Il me faudrait des courses vendredi", "jardin_bois"), ("Je veux annuler mardi", "courses"), (Unsure, "visite")]);

        Assert.Equal((4, 2, 1), (score.Messages, score.Answered, score.AnsweredRight));
        Assert.InRange(score.FirstRight, 1, 3);
    }

    private static Surroundings Learned(IEnumerable<NeedExample> examples) => Reader.Redon with { SecondVoice = NeedClassifier.Learned(examples) };

    private static string Chances(Surroundings where, string text)
    {
        var need = Understand.Read(text, Reader.At, where).Need;
        return FormattableString.Invariant($"{need.Type} {need.Confidence:R} {string.Join(' ', need.Alternatives)}");
    }

    private static double Chance(NeedFound need, string type) => need.Type == type ? need.Confidence : need.Alternatives.FirstOrDefault(a => a.Type == type).Chance;
}
