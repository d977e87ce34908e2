using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tisserand.App.Proposals;

/// <summary>One line of a sum: what it is (a stable key), its figures for the sentence, and its points.</summary>
public sealed record FigureLine(string Key, double Points, IReadOnlyList<string>? Args = null);

/// <summary>Everything a proposal was decided on, stored with it so that it can be shown and replayed.
/// Value = Σ <see cref="ValueLines"/>; each card's score = Σ of its lines.</summary>
public sealed record ProposalFigures(
    double Value,
    double ChanceOfYes,
    double ChanceOfGood,
    int Cases,
    string CardsVersion,
    int TravelMinutes,
    IReadOnlyList<FigureLine> ValueLines,
    IReadOnlyList<FigureLine> CardA,
    IReadOnlyList<FigureLine> CardB,
    IReadOnlyList<FigureLine> Reasons)
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static ProposalFigures Empty { get; } = new(0, 0, 0, 0, "", 0, [], [], [], []);

    public string Write() => JsonSerializer.Serialize(this, Options);

    public static ProposalFigures Read(string stored) =>
        stored.Length == 0 ? Empty : JsonSerializer.Deserialize<ProposalFigures>(stored, Options) ?? Empty;
}
