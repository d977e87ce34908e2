using System.Globalization;
using System.Text.Json.Nodes;
using Tisserand.App.NeedTypes;

namespace Tisserand.App.Tests.NeedTypes;

public sealed class Reading_a_cooperatives_own_taxonomy
{
    [Fact]
    public void What_was_shipped_reads_back() =>
        Assert.Equal(Taxonomy.Shipped.NeedTypes.Count,
            Assert.IsType<TaxonomyReading.Read>(Taxonomy.Parse(ShippedJson())).Taxonomy.NeedTypes.Count);

    [Fact]
    public void An_unknown_skill_is_told_with_its_place() =>
        Assert.Equal(new("$.needTypes[0].requiredSkills[1]", TaxonomyMistakeKind.UnknownSkill, "permi"),
            OnlyMistake(root => Need(root, 0)["requiredSkills"] = new JsonArray("voiture", "permi")));

    [Fact]
    public void An_unknown_check_is_told_with_its_place() =>
        Assert.Equal(new("$.needTypes[2].requiredChecks[0]", TaxonomyMistakeKind.UnknownCheck, "diplome"),
            OnlyMistake(root => Need(root, 2)["requiredChecks"] = new JsonArray("diplome")));

    [Fact]
    public void A_code_used_twice_is_refused() =>
        Assert.Equal(TaxonomyMistakeKind.DuplicateCode,
            OnlyMistake(root => root["needTypes"]!.AsArray().Add(Need(root, 2).DeepClone())).Kind);

    [Fact]
    public void A_skill_listed_twice_is_refused() =>
        Assert.Equal(new("$.skills[1].code", TaxonomyMistakeKind.DuplicateCode, "permis"),
            OnlyMistake(root => root["skills"]!.AsArray().Insert(1, root["skills"]![0]!.DeepClone())));

    [Fact]
    public void A_child_needs_its_parent() =>
        Assert.Equal(new("$.needTypes[2].code", TaxonomyMistakeKind.ParentMissing, "vol"),
            OnlyMistake(root => Need(root, 2)["code"] = "vol.plane"));

    [Fact]
    public void A_first_level_type_cannot_be_removed() =>
        Assert.Equal(new("$.needTypes", TaxonomyMistakeKind.FirstLevelMissing, "transport.medical"),
            OnlyMistake(root => root["needTypes"]!.AsArray().RemoveAt(1)));

    [Fact]
    public void The_long_duration_is_not_shorter_than_the_usual_one() =>
        Assert.Equal(new("$.needTypes[0].longMinutes", TaxonomyMistakeKind.LongShorterThanUsual, "30 < 60"),
            OnlyMistake(root => Need(root, 0)["longMinutes"] = 30));

    [Theory]
    [InlineData("fr", "  ")]
    [InlineData("en", null)]
    [InlineData("usualMinutes", null)]
    [InlineData("automaticValidation", null)]
    public void What_is_missing_is_named(string field, string? value)
    {
        var mistakes = Mistakes(root => Need(root, 0)[field] = value);

        Assert.Contains(new("$.needTypes[0]." + field, TaxonomyMistakeKind.Missing, ""), mistakes);
    }

    [Fact]
    public void An_empty_word_among_synonyms_is_told_with_its_place() =>
        Assert.Equal(new("$.needTypes[0].synonyms[1]", TaxonomyMistakeKind.Missing, ""),
            OnlyMistake(root => Need(root, 0)["synonyms"] = new JsonArray("trajet", null)));

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Assert.Equal(3, Mistakes(root =>
        {
            Need(root, 0)["code"] = "Transport en voiture";       // a bad code, and the type it hid
            Need(root, 3)["noticeHours"] = -1;
        }).Count(m => m.Kind is TaxonomyMistakeKind.BadCode or TaxonomyMistakeKind.FirstLevelMissing or TaxonomyMistakeKind.OutOfRange));

    [Theory]
    [InlineData("{ \"version\": 1, ")]
    [InlineData("{ \"version\": 1, \"needtype\": [] }")]
    [InlineData("[]")]
    public void Broken_files_are_refused_with_line_and_column(string json)
    {
        var mistake = Assert.Single(Assert.IsType<TaxonomyReading.Refused>(Taxonomy.Parse(json)).Mistakes);

        Assert.Equal(TaxonomyMistakeKind.BrokenJson, mistake.Kind);
        Assert.Matches("^[0-9]+:[0-9]+$", mistake.Path);
    }

    [Fact]
    public void An_empty_object_is_refused() => Assert.NotEmpty(Assert.IsType<TaxonomyReading.Refused>(Taxonomy.Parse("null")).Mistakes);

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_kind_of_mistake_has_its_sentence(string language) =>
        Assert.All(Enum.GetValues<TaxonomyMistakeKind>(), kind =>
            Assert.Contains("$.ici", new TaxonomyMistake("$.ici", kind, "mot").Sentence(CultureInfo.GetCultureInfo(language))));

    [Fact]
    public void English_is_not_french_by_default()
    {
        var mistake = new TaxonomyMistake("$", TaxonomyMistakeKind.Missing, "");

        Assert.NotEqual(mistake.Sentence(CultureInfo.GetCultureInfo("fr")), mistake.Sentence(CultureInfo.GetCultureInfo("en")));
    }

    private static JsonNode Need(JsonNode root, int index) => root["needTypes"]![index]!;

    private static TaxonomyMistake OnlyMistake(Action<JsonNode> edit) => Assert.Single(Mistakes(edit));

    private static IReadOnlyList<TaxonomyMistake> Mistakes(Action<JsonNode> edit)
    {
        var root = JsonNode.Parse(ShippedJson())!;
        edit(root);
        return Assert.IsType<TaxonomyReading.Refused>(Taxonomy.Parse(root.ToJsonString())).Mistakes;
    }

    private static string ShippedJson()
    {
        using var reader = new StreamReader(typeof(Taxonomy).Assembly.GetManifestResourceStream("Tisserand.App.NeedTypes.need-types.json")!);
        return reader.ReadToEnd();
    }
}
