using Tisserand.App.NeedTypes;

namespace Tisserand.App.Tests.NeedTypes;

public sealed class The_taxonomy_that_comes_with_the_program
{
    private static readonly Taxonomy Shipped = Taxonomy.Shipped;

    public static TheoryData<string> Codes => new(Shipped.NeedTypes.Select(n => n.Code));

    [Fact]
    public void It_has_the_types_of_the_exchange_formats_and_about_sixty_entries()
    {
        Assert.Equal(16, FirstLevels.All.Count);
        Assert.All(FirstLevels.All, code => Assert.Equal(code, Shipped.Find(code)!.FirstLevel));
        Assert.InRange(Shipped.NeedTypes.Count, 55, 70);
    }

    [Theory, MemberData(nameof(Codes))]
    public void Each_entry_can_be_read_and_planned(string code)
    {
        var need = Shipped.Find(code)!;

        Assert.Contains(need.FirstLevel, FirstLevels.All);
        Assert.EndsWith(".", need.Description);
        Assert.NotEqual("", need.NameFr);
        Assert.NotEqual("", need.NameEn);
        Assert.True(need.LongMinutes >= need.UsualMinutes);
        Assert.Contains("charte", need.RequiredChecks);
        Assert.Empty(need.RequiredSkills.Intersect(need.UsefulSkills));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Each_entry_is_asked_for_in_at_least_six_ways(string code)
    {
        var synonyms = Shipped.Find(code)!.Synonyms;

        Assert.True(synonyms.Count >= 6);
        Assert.All(synonyms, s => Assert.Equal(s.Trim(), s));
    }

    [Fact]
    public void No_synonym_points_at_two_entries()
    {
        var shared = Shipped.NeedTypes.SelectMany(n => n.Synonyms.Select(s => (n.Code, Synonym: s)))
            .GroupBy(s => s.Synonym, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);

        Assert.Empty(shared);
    }

    [Fact]
    public void Whoever_drives_has_shown_licence_and_insurance() =>
        Assert.All(Shipped.NeedTypes.Where(n => n.RequiredSkills.Contains("permis")),
            n => Assert.Superset(new HashSet<string> { "permis", "assurance_auto" }, n.RequiredChecks.ToHashSet()));

    [Fact]
    public void Standing_in_for_a_carer_and_emergencies_are_never_validated_by_a_machine() =>
        Assert.All(Shipped.NeedTypes.Where(n => n.FirstLevel is "repit_aidant" or "urgence_logement"),
            n => Assert.False(n.AutomaticValidation));

    [Fact]
    public void A_finer_entry_never_waits_longer_than_its_parent_by_more_than_two_steps() =>
        Assert.All(Shipped.NeedTypes.Where(n => n.Parent is not null),
            n => Assert.InRange(n.BasePriority - Shipped.Find(n.Parent!)!.BasePriority, -2, 2));

    [Fact]
    public void Every_skill_that_is_not_a_language_serves_some_need()
    {
        var asked = Shipped.NeedTypes.SelectMany(n => n.RequiredSkills.Concat(n.UsefulSkills)).ToHashSet();

        Assert.Empty(Shipped.Skills.Entries.Select(s => s.Code).Where(c => !c.StartsWith("langue:")).Except(asked));
    }

    [Fact]
    public void Practical_needs_say_what_to_do_and_nothing_of_health()
    {
        string[] health = ["malad", "handicap", "sourd", "aveugle", "alzheimer", "mémoire", "trouble", "diabét", "démence"];

        Assert.InRange(Shipped.PracticalNeeds.Entries.Count, 10, 20);
        Assert.All(Shipped.PracticalNeeds.Entries, p =>
            Assert.DoesNotContain(health, word => p.Fr.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, MemberData(nameof(Codes))]
    public void What_volunteers_read_says_nothing_of_health_or_belief(string code)
    {
        string[] words = ["médic", "santé", "hôpital", "médecin", "kiné", "soin", "office", "messe", "culte", "worship", "deuil", "ehpad", "health"];
        var need = Shipped.Find(code)!;

        Assert.All([need.ShownFr, need.ShownEn], shown =>
            Assert.DoesNotContain(words, word => shown.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_closed_lists_are_there_in_two_languages()
    {
        Assert.InRange(Shipped.Interests.Entries.Count, 18, 26);
        Assert.Superset(new HashSet<string> { "permis", "assurance_auto", "casier_vu", "references", "charte", "formation", "age" },
            Shipped.Checks.Entries.Select(c => c.Code).ToHashSet());
        Assert.Equal("Speaks Arabic", Shipped.Skills.Find("langue:ar")!.En);
        Assert.Null(Shipped.Skills.Find("langue:xx"));
    }
}
