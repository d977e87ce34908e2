using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tisserand.Simulation.People;

/// <summary>The embedded lists of words, and how a sentence agrees with whoever says it.</summary>
internal static partial class Words
{
    public static T Read<T>(string name)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"Tisserand.Simulation.People.{name}.json")!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>As spoken or written with care: each sentence has its capital.</summary>
    public static string Say(string template, Sex about, params ReadOnlySpan<(string Name, string Value)> values) =>
        SentenceStart.Replace(Fill(template, about, values), m => m.Value.ToUpperInvariant());

    /// <summary>Fills each <c>{name}</c> by its value, and <c>{e}</c>, <c>{elle}</c>, <c>{lui}</c>, <c>{conjoint}</c> by the sex.</summary>
    public static string Fill(string template, Sex about, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var feminine = about == Sex.F;
        var text = template
            .Replace("{e}", feminine ? "e" : "", StringComparison.Ordinal)
            .Replace("{elle}", feminine ? "elle" : "il", StringComparison.Ordinal)
            .Replace("{Elle}", feminine ? "Elle" : "Il", StringComparison.Ordinal)
            .Replace("{lui}", feminine ? "elle" : "lui", StringComparison.Ordinal)
            .Replace("{conjoint}", feminine ? "mon mari" : "ma femme", StringComparison.Ordinal);
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return Spaces.Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"^\p{Ll}|(?<=[.?!] )\p{Ll}")]
    private static partial Regex SentenceStart { get; }

    [GeneratedRegex(@" {2,}")]
    private static partial Regex Spaces { get; }
}
