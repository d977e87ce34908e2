using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.Simulation.People;

namespace Tisserand.Simulation.Tests.People;

public sealed class What_people_say
{
    private static readonly Chance Run = new(1);

    public static TheoryData<string> Codes => new(Taxonomy.Shipped.NeedTypes.Select(n => n.Code));

    [Theory, MemberData(nameof(Codes))]
    public void Each_need_is_asked_for_by_the_person_and_by_relatives(string code)
    {
        foreach (var asker in Enum.GetValues<Asker>())
            foreach (var sex in Enum.GetValues<Sex>())
                AssertSentence(Many(c => Sayings.Asking(c, code, asker, sex, "mardi à 14 h 30", "à Redon")));
    }

    [Theory, MemberData(nameof(Codes))]
    public void There_are_at_least_two_ways_for_the_person_herself(string code) =>
        Assert.True(Many(c => Sayings.Asking(c, code, Asker.Self, Sex.F, "mardi", "à Redon")).Distinct().Count() >= 2);

    [Fact]
    public void The_day_is_always_said() => Assert.All(Taxonomy.Shipped.NeedTypes, need =>
        Assert.All(Many(c => Sayings.Asking(c, need.Code, Asker.Child, Sex.F, "mardi à 14 h 30", "à Redon")),
            s => Assert.Contains("mardi à 14 h 30", s)));

    [Fact]
    public void Sentences_agree_with_the_person()
    {
        var about = Many(c => Sayings.Asking(c, "visite", Asker.Child, Sex.M, "jeudi", "à Redon")).Distinct().ToList();

        Assert.Contains(about, s => s.Contains("mon père se sent seul."));
        Assert.Contains(about, s => s.Contains("Il ne voit personne"));
    }

    [Fact]
    public void A_code_the_cooperative_added_takes_its_parents_sentences() =>
        Assert.NotEmpty(Sayings.Asking(Run, "courses.bio", Asker.Self, Sex.F, "jeudi", "à Redon"));

    [Fact]
    public void An_unknown_need_is_refused() =>
        Assert.Throws<ArgumentException>(() => Sayings.Asking(Run, "voyage.lune", Asker.Self, Sex.F, "jeudi", "à Redon"));

    [Fact]
    public void Feedback_refusals_cancellations_and_notes_are_sentences()
    {
        foreach (var sex in Enum.GetValues<Sex>())
        {
            foreach (var side in Enum.GetValues<Side>())
            {
                for (var rating = 1; rating <= 5; rating++)
                    AssertSentence(Many(c => Sayings.Feedback(c, side, rating, sex)));
                AssertSentence(Many(c => Sayings.Cancellation(c, side, sex)));
            }
            AssertSentence(Many(c => Sayings.Refusal(c, sex).Text));
            foreach (var kind in Enum.GetValues<NoteKind>())
                AssertSentence(Many(c => Sayings.Note(c, kind, sex)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_rating_is_from_one_to_five(int rating) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Sayings.Feedback(Run, Side.Volunteer, rating, Sex.F));

    [Fact]
    public void Being_busy_is_the_commonest_refusal()
    {
        var codes = Enumerable.Range(0, 5_000).CountBy(i => Sayings.Refusal(Run.Of(i), Sex.F).Code).ToDictionary();

        Assert.Equal("busy", codes.MaxBy(c => c.Value).Key);
        Assert.Equal(8, codes.Count);
    }

    [Theory]
    [InlineData(AnswerKind.Yes, typeof(Reply.Yes))]
    [InlineData(AnswerKind.No, typeof(Reply.No))]
    [InlineData(AnswerKind.Unclear, typeof(Reply.Other))]
    [InlineData(AnswerKind.Stop, typeof(Reply.Stop))]
    public void What_they_type_is_read_as_they_mean_it(AnswerKind kind, Type expected)
    {
        foreach (var sex in Enum.GetValues<Sex>())
            foreach (int? number in new int?[] { 47, null })
                Assert.All(Many(c => Sayings.Answer(c, kind, number, sex)), text => Assert.IsType(expected, ReplyReader.Read(text)));
    }

    private static List<string> Many(Func<Chance, string> say) => [.. Enumerable.Range(0, 60).Select(i => say(Run.Of(i)))];

    private static void AssertSentence(IEnumerable<string> sentences) => Assert.All(sentences, s =>
    {
        Assert.Matches(@"^\p{Lu}.*[.?]$", s);
        Assert.DoesNotMatch(@"[{}]|  |qu’il$|[.?] \p{Ll}", s);
    });
}
