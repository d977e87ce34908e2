using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;

namespace Tisserand.Matching.Tests.Cards;

public sealed class Reading_a_card_file
{
    private static readonly Matching.Wording French = new(CultureInfo.GetCultureInfo("fr"), DateTimeZone.Utc);

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var text = CardFile.Default.Write();
        var again = Assert.IsType<CardFileReading.Read>(CardFile.Parse(text)).File;
        Assert.Equal(text, again.Write());
        Assert.Contains("prévenance", text, StringComparison.Ordinal);                  // people read it: accents stay letters
    }

    [Fact]
    public void The_shipped_file_gives_a_reason_and_a_label_for_everything()
    {
        foreach (var card in new[] { CardFile.Default.Acceptance, CardFile.Default.Visit })
        {
            Assert.NotEmpty(card.Why);
            Assert.All(card.Features, f => Assert.All((string[])[f.Label, f.Why, .. f.Bins.Select(b => b.Label)], Assert.NotEmpty));
        }
        Assert.Equal(AcceptanceFeatures.All.Select(f => f.Key), CardFile.Default.Acceptance.Features.Select(f => f.Feature));
        Assert.Equal(VisitFeatures.All.Select(f => f.Key), CardFile.Default.Visit.Features.Select(f => f.Feature));
    }

    [Fact]
    public void A_calibration_changes_chances_and_not_points()
    {
        var learned = CardFile.Default.With("2027-01", new Calibration(0.05, 0.2, 140), CardFile.Default.Visit.Calibration);
        Assert.Equal(("2027-01", 140), (learned.Version, learned.Acceptance.Calibration.Cases));
        Assert.Equal(CardFile.Default.Acceptance.Features, learned.Acceptance.Features);
        Assert.IsType<CardFileReading.Read>(CardFile.Parse(learned.Write()));
    }

    [Theory]
    [InlineData("$.format", "2", "$.format : format 2 inconnu ; ce programme lit le format 1")]
    [InlineData("$.version", "\" \"", "$.version : ne peut pas rester vide")]
    [InlineData("$.acceptance.features[0].feature", "\"moon\"", "$.acceptance.features[0].feature : critère « moon » inconnu")]
    [InlineData("$.acceptance.features[1].feature", "\"travel\"", "$.acceptance.features : « travel » est là deux fois")]
    [InlineData("$.acceptance.features[0].bins[1].below", "5", "$.acceptance.features[0].bins : les bornes doivent monter ; 5")]
    [InlineData("$.acceptance.features[0].bins[4].below", "90", "$.acceptance.features[0].bins : chaque tranche a une borne")]
    [InlineData("$.acceptance.features[2].bins[0].case", "\"noon\"", "$.acceptance.features[2].bins[0].case : cas « noon » inconnu")]
    [InlineData("$.acceptance.features[2].bins[0].case", "\"sunday\"", "$.acceptance.features[2].bins : il manque le cas « morning »")]
    [InlineData("$.visit.features[0].bins[0].points", "4000", "$.visit.features[0].bins[0].points : 4000 est hors de -1000 à 1000")]
    [InlineData("$.visit.calibration.slope", "-0.1", "$.visit.calibration.slope : -0,1 est hors de")]
    [InlineData("$.policy.reserve.rule.points", "15", "$.policy.reserve.rule.points : 15 est hors de -1000 à 0")]
    [InlineData("$.policy.fairness.rule", "[]", "$.policy.fairness.rule : chaque tranche a une borne")]
    [InlineData("$.priority.stepPoints", "150", "$.priority.stepPoints : un pas de priorité (150) doit dépasser")]
    [InlineData("$.priority.stepPoints", "\"two hundred\"", "$.priority.stepPoints : illisible à la ligne")]
    [InlineData("$.policy.qualityPoint", "100", "$.policy")]
    [InlineData("$.visit.features[1]", "null", "$.visit.features[1] : ne peut pas rester vide")]
    [InlineData("$.visit.features[1].bins[0]", "null", "$.visit.features[1].bins[0] : ne peut pas rester vide")]
    [InlineData("$.visit.features[1].bins", "null", "$.visit.features[1].bins : illisible")]
    [InlineData("$.policy.fairness.rule", "null", "$.policy.fairness.rule : ne peut pas rester vide")]
    [InlineData("$.policy.reserve.rule", "null", "$.policy.reserve.rule : ne peut pas rester vide")]
    [InlineData("$.priority.waitingHours[0]", "null", "$.priority.waitingHours[0] : ne peut pas rester vide")]
    public void A_mistake_is_said_with_its_place(string path, string value, string sentence)
    {
        var refused = Assert.IsType<CardFileReading.Refused>(CardFile.Parse(Changed(path, value)));
        Assert.Contains(refused.Problems, p => French.Of(p).StartsWith(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"format\": 1 }")]
    [InlineData("pas du JSON")]
    public void What_is_no_card_file_is_refused(string text) => Assert.IsType<CardFileReading.Refused>(CardFile.Parse(text));

    [Fact]
    public void Every_mistake_is_found_and_not_the_first_alone()
    {
        var twice = JsonNode.Parse(Changed("$.version", "\"\""))!;
        twice["acceptance"]!["base"] = 5000;
        Assert.Equal(2, Assert.IsType<CardFileReading.Refused>(CardFile.Parse(twice.ToJsonString())).Problems.Count);
    }

    /// <summary>The shipped file with one member set.</summary>
    private static string Changed(string path, string value)
    {
        var root = JsonNode.Parse(CardFile.Default.Write())!;
        var steps = path[2..].Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var parent = steps[..^1].Aggregate(root, (at, step) => step[0] == '[' ? at[int.Parse(step[1..^1])]! : at[step]!);
        if (steps[^1][0] == '[') parent[int.Parse(steps[^1][1..^1])] = JsonNode.Parse(value);
        else parent[steps[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }
}
