using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Tisserand.Cli.Texts;

/// <summary>What a text is about.</summary>
internal enum TextKind { Request, Availability }

internal static class TextKinds
{
    public static TextKind? Read(string word) => word switch
    {
        "request" => TextKind.Request,
        "availability" => TextKind.Availability,
        _ => null,
    };
}

/// <summary>One text to read.</summary>
/// <param name="At">When it was said, Europe/Paris.</param>
internal sealed record TextLine(string Text, LocalDateTime At, TextKind Kind);

/// <summary>Lines of plain text, or JSON objects with a <c>text</c> that may carry <c>at</c> and <c>kind</c>.</summary>
internal static class TextLines
{
    private static readonly IPattern<LocalDateTime> Time = Times();

    /// <exception cref="BadInputException">A JSON line has no text, or an at or a kind that cannot be read.</exception>
    public static List<TextLine> Read(string input, LocalDateTime at, TextKind kind)
    {
        var lines = new List<TextLine>();
        var json = false;
        foreach (var line in Split(input))
        {
            var number = lines.Count + 1;
            if (Object(line, number, json) is not { } said)
            {
                lines.Add(new(line, at, kind));
                continue;
            }
            json = true;
            lines.Add(new(
                String(said, "text", number) ?? throw Bad(number, "Text_missing"),
                String(said, "at", number) is { } when ? Time.Parse(when) is { Success: true } time ? time.Value : throw Bad(number, "Text_at", when) : at,
                String(said, "kind", number) is { } word ? TextKinds.Read(word) ?? throw Bad(number, "Text_kind", word) : kind));
        }
        return lines;
    }

    /// <summary>A last line break ends a line; it begins no further one.</summary>
    private static List<string> Split(string input)
    {
        if (input.Length == 0) return [];
        var lines = input.Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line).ToList();
        if (input.EndsWith('\n')) lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static JsonElement? Object(string line, int number, bool expected)
    {
        if (!line.AsSpan().TrimStart().StartsWith("{")) return null;
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }
        catch (JsonException) when (!expected)
        {
            return null;                                               // a text that begins with a brace
        }
        catch (JsonException)
        {
            throw Bad(number, "Text_json");
        }
    }

    private static string? String(JsonElement said, string name, int number) =>
        !said.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Bad(number, "Text_not_string", name);

    private static BadInputException Bad(int number, string key, string? what = null) =>
        new(Sentences.Of("Text_line", number) + " " + Sentences.Of(key, what));

    private static IPattern<LocalDateTime> Times()
    {
        var patterns = new CompositePatternBuilder<LocalDateTime>();
        foreach (var pattern in (string[])["uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd'T'HH:mm:ss"])
            patterns.Add(LocalDateTimePattern.Create(pattern, CultureInfo.InvariantCulture), _ => true);
        return patterns.Build();
    }
}
