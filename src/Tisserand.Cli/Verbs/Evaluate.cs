using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Tisserand.Cli.Evaluation;

namespace Tisserand.Cli.Verbs;

/// <summary>The project's own evaluation tables, from its own data.</summary>
internal static class Evaluate
{
    private const int TableWidth = 100, LabelWidth = 24, ScoreWidth = 10;   // in a file, where no terminal tells its own

    private static readonly string[] _announced = ["matching", "forecast", "linkage", "language", "fairness"];

    public static Command Verb(SharedOptions shared)
    {
        var what = new Argument<string>("evaluation")
        {
            HelpName = Sentences.Of("Argument_evaluation"), Description = Sentences.Of("Argument_evaluation_Description"), Arity = ArgumentArity.ExactlyOne,
        };
        var verb = CommandLine.Verb("evaluate", what, shared.Json);
        verb.SetAction(parsed => parsed.GetRequiredValue(what) switch
        {
            "language" => Language(parsed.GetValue(shared.Json)),
            var other when _announced.Contains(other) => VerbToCome.NotYet($"evaluate {other}"),
            var unknown => throw new BadInputException(Sentences.Of("Evaluation_unknown", unknown)),
        });
        return verb;
    }

    private static int Language(bool asJson)
    {
        var exams = ExamMessage.Exams.Select(exam => (Name: exam, Scores: LanguageExam.Run(ExamMessage.Read(exam)))).ToList();
        if (asJson) Console.Out.WriteLine(JsonSerializer.Serialize(exams.ToDictionary(e => e.Name, e => AsJson(e.Scores))));
        else
        {
            if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = TableWidth;
            AnsiConsole.Write(Table(exams));
        }
        return Outcome.Done;
    }

    private static Dictionary<string, object> AsJson(LanguageScores scores)
    {
        var json = scores.Shares.ToDictionary(s => s.Key, object (s) => new { hits = s.Value.Hits, of = s.Value.Of });
        json["messages"] = scores.Messages;
        json["milliseconds"] = Math.Round(scores.Milliseconds, 2);
        return json;
    }

    private static Table Table(IReadOnlyList<(string Name, LanguageScores Scores)> exams)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Sentences.Of("Evaluation_language_title")) };
        table.AddColumn(new TableColumn(Sentences.Of("Evaluation_what")).Width(LabelWidth)).AddColumn(new TableColumn(Sentences.Of("Evaluation_target")).NoWrap().RightAligned());
        foreach (var (name, scores) in exams)
            table.AddColumn(new TableColumn(Sentences.Of("Evaluation_" + name, scores.Messages)).Width(ScoreWidth).RightAligned());
        foreach (var measure in LanguageMeasure.All)
            table.AddRow([Sentences.Of("Measure_" + measure.Name), (measure.IsMost ? "≤ " : "≥ ") + Percent(measure.Target),
                .. exams.Select(e => Share(e.Scores.Shares[measure.Name]))]);
        return table.AddRow([Sentences.Of("Measure_milliseconds"), "≤ 5", .. exams.Select(e => Milliseconds(e.Scores))]);
    }

    /// <summary>The share, and of how many.</summary>
    private static string Share(Tally tally) => tally.Of == 0 ? "—" : $"{Percent(tally.Share)} /{tally.Of}";

    private static string Percent(double share) => share.ToString("0 %", CultureInfo.CurrentCulture);

    private static string Milliseconds(LanguageScores scores) => scores.Milliseconds.ToString("0.0", CultureInfo.CurrentCulture);
}
