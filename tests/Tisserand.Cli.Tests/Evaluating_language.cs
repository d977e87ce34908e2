using System.Text.Json;
using Tisserand.Cli.Evaluation;

namespace Tisserand.Cli.Tests;

public sealed class Evaluating_language
{
    [Fact]
    public async Task Every_exam_is_scored_on_every_measure()
    {
        var answer = await TisserandProgram.RunAsync("evaluate", "language", "--json");

        Assert.Equal(0, answer.Code);
        var scores = JsonDocument.Parse(answer.Output).RootElement;
        foreach (var part in ExamMessage.Exams)
            Assert.All(LanguageMeasure.All, measure => Assert.InRange(
                scores.GetProperty(part).GetProperty(measure.Name).GetProperty("hits").GetInt32(), 0, scores.GetProperty(part).GetProperty(measure.Name).GetProperty("of").GetInt32()));
        Assert.True(scores.GetProperty("messages-development").GetProperty("messages").GetInt32() + scores.GetProperty("messages-aside").GetProperty("messages").GetInt32() >= 300);
    }

    [Fact]
    public async Task The_table_shows_target_and_scores()
    {
        var answer = await TisserandProgram.RunAsync("evaluate", "language");

        Assert.Equal(0, answer.Code);
        Assert.Contains("Danger dit clairement", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fairness")]
    [InlineData("weather")]
    public async Task Another_evaluation_exits_2(string which) => Assert.Equal(2, (await TisserandProgram.RunAsync("evaluate", which)).Code);

    [Fact]
    public void What_was_expected_is_marked_right_and_what_was_not_is_marked_wrong()
    {
        const string right = """{"need":{"type":"courses"},"others":[],"when":[],"recurrence":null,"duration":null,"place":null,"from":null,"caller":"self","beneficiary":{"relation":"self","age":null},"urgent":false,"danger":"none","questions":["when"]}""";
        var at = new NodaTime.LocalDateTime(2026, 3, 10, 9, 0);
        var scores = LanguageExam.Run(
        [
            new("a", at, "J'ai besoin de courses", JsonDocument.Parse(right).RootElement),
            new("b", at, "J'ai besoin de courses", JsonDocument.Parse(right.Replace("\"courses\"", "\"repas\"", StringComparison.Ordinal)).RootElement),
        ]);

        Assert.Equal((1, 2), (scores.Shares["need"].Hits, scores.Shares["need"].Of));
        Assert.Equal((1, 2), (scores.Shares["whole"].Hits, scores.Shares["whole"].Of));
    }
}
