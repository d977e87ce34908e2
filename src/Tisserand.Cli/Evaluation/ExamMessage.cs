using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Tisserand.Cli.Evaluation;

/// <summary>A message written by hand with what should be read in it; see bench/language/README.md.</summary>
internal sealed record ExamMessage(string Id, LocalDateTime At, string Text, JsonElement Expected)
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>The exams, in the order they were written: each names its file.</summary>
    public static IReadOnlyList<string> Exams { get; } = ["messages-development", "messages-aside", "fresh-development", "fresh-aside", "fresh-blind"];

    /// <param name="exam">One of <see cref="Exams"/>.</param>
    public static IReadOnlyList<ExamMessage> Read(string exam)
    {
        using var stream = typeof(ExamMessage).Assembly.GetManifestResourceStream($"exam/{exam}.jsonl")
            ?? throw new InvalidOperationException($"There is no exam {exam}.");
        using var reader = new StreamReader(stream);
        var messages = new List<ExamMessage>();
        while (reader.ReadLine() is { } line)
        {
            var said = JsonDocument.Parse(line).RootElement;
            messages.Add(new(said.GetProperty("id").GetString()!, Minute.Parse(said.GetProperty("at").GetString()!).Value,
                said.GetProperty("text").GetString()!, said.GetProperty("expected")));
        }
        return messages;
    }
}
