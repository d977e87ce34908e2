using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>One figure of the cards, the policy or the priority table that people set.</summary>
/// <param name="Path">Its place in the file, as mistakes name it: <c>$.acceptance.features[0].bins[1].points</c>.</param>
/// <param name="Label">The file's own words; null where <paramref name="Path"/> alone says what it is.</param>
/// <param name="Below">Of a step: the bound under which it counts; null for the last, and elsewhere.</param>
public sealed record CardFigure(string Path, string? Label, double Value, bool IsStep = false, double? Below = null);

/// <summary>Figures that belong together, with the reason given for them; the title is null where nobody wrote one.</summary>
public sealed partial record CardFigures(string Path, string? Title, string? Why, IReadOnlyList<CardFigure> Figures)
{
    /// <summary>Every figure that may be set, in the order of the file. Bounds and cases are not among them.</summary>
    public static IReadOnlyList<CardFigures> Of(CardFile file) =>
    [
        .. OfCard("$.acceptance", file.Acceptance), .. OfCard("$.visit", file.Visit), .. OfPolicy("$.policy", file.Policy), OfPriority("$.priority", file.Priority),
    ];

    /// <summary>The text of the file with other figures, by path.</summary>
    /// <exception cref="ArgumentException">The file has no such place.</exception>
    public static string With(string text, IReadOnlyDictionary<string, double> figures)
    {
        var root = JsonNode.Parse(text)!;
        foreach (var (path, value) in figures)
        {
            var steps = Steps().Matches(path).Select(m => m.Value).ToList();
            var holder = steps.SkipLast(1).Aggregate((JsonNode?)root, At) as JsonObject ?? throw new ArgumentException($"The cards have no {path}.", nameof(figures));
            holder[steps[^1]] = value == Math.Truncate(value) ? JsonValue.Create((long)value) : JsonValue.Create(value);
        }

        return root.ToJsonString();
    }

    private static JsonNode? At(JsonNode? node, string step) => char.IsAsciiDigit(step[0])
        ? node is JsonArray list && int.Parse(step, CultureInfo.InvariantCulture) is var i && i < list.Count ? list[i] : null
        : node is JsonObject members ? members[step] : null;

    private static IEnumerable<CardFigures> OfCard(string path, Card card) =>
    [
        new(path, card.Title, card.Explanation, []),
        new($"{path}.base", null, card.Why, [new($"{path}.base", null, card.Base)]),
        .. card.Features.Select((f, i) => new CardFigures($"{path}.features[{i}]", f.Unit is null ? f.Label : $"{f.Label} ({f.Unit})", f.Why,
            [.. f.Bins.Select((b, j) => new CardFigure($"{path}.features[{i}].bins[{j}].points", b.Label, b.Points))])),
    ];

    private static IEnumerable<CardFigures> OfPolicy(string path, Policy policy) =>
    [
        new(path, null, null, [new($"{path}.qualityPoints", null, policy.QualityPoints)]),
        new($"{path}.fairness", policy.Fairness.Label, policy.Fairness.Why, StepsOf($"{path}.fairness.rule", policy.Fairness.Rule)),
        new($"{path}.forgotten", policy.Forgotten.Label, policy.Forgotten.Why,
            [new($"{path}.forgotten.rule.afterDays", null, policy.Forgotten.Rule.AfterDays), new($"{path}.forgotten.rule.points", null, policy.Forgotten.Rule.Points)]),
        new($"{path}.reserve", policy.Reserve.Label, policy.Reserve.Why,
        [
            new($"{path}.reserve.rule.rareShare", null, policy.Reserve.Rule.RareShare), new($"{path}.reserve.rule.manyCan", null, policy.Reserve.Rule.ManyCan),
            new($"{path}.reserve.rule.points", null, policy.Reserve.Rule.Points),
        ]),
        new($"{path}.continuity", policy.Continuity.Label, policy.Continuity.Why, [new($"{path}.continuity.rule", null, policy.Continuity.Rule)]),
        new($"{path}.preferred", policy.Preferred.Label, policy.Preferred.Why, [new($"{path}.preferred.rule", null, policy.Preferred.Rule)]),
    ];

    private static CardFigures OfPriority(string path, PriorityTable table) => new(path, null, table.Why,
    [
        new($"{path}.stepPoints", null, table.StepPoints), new($"{path}.mostBaseSteps", null, table.MostBaseSteps),
        .. StepsOf($"{path}.waitingHours", table.WaitingHours),
        new($"{path}.fixedAppointment", null, table.FixedAppointment), new($"{path}.reopened", null, table.Reopened),
        new($"{path}.aloneWithoutRelatives", null, table.AloneWithoutRelatives),
    ]);

    private static IReadOnlyList<CardFigure> StepsOf(string path, IReadOnlyList<Step> steps) =>
        [.. steps.Select((s, i) => new CardFigure($"{path}[{i}].worth", null, s.Worth, IsStep: true, s.Below))];

    [GeneratedRegex(@"[A-Za-z]+|\d+")]
    private static partial Regex Steps();
}
