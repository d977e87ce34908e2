using System.Text.Json;
using System.Text.Json.Serialization;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>Everything a proposal was decided on, stored with it so that it can be shown and replayed in any language.
/// Each card's lines add up to its score; the value's lines add up to the value.</summary>
/// <param name="Calibration">Version of the <see cref="CalibrationVersion"/> that turned the scores into chances.</param>
public sealed record ProposalFigures(
    string CardsVersion,
    int AboutMinutes,
    CardScore Acceptance,
    CardScore Visit,
    PairValue Value,
    IReadOnlyList<StoredDoubt> Doubts,
    int Calibration)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ProbabilityAsStored() },
    };

    public double ChanceOfYes => Acceptance.Chance.Of.Value;

    public double ChanceOfGood => Visit.Chance.Of.Value;

    public static ProposalFigures Of(RankedCandidate ranked, CalibrationVersion calibration) => new(
        calibration.Cards, ranked.AboutMinutes, ranked.Acceptance, ranked.Visit, ranked.Value, [.. ranked.Doubts.Select(StoredDoubt.Of)], calibration.Version);

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <returns>Null where a visit came without a proposal's figures (a series, a past visit).</returns>
    public static ProposalFigures? Read(string stored) =>
        stored.Length == 0 ? null : JsonSerializer.Deserialize<ProposalFigures>(stored, Options);

    /// <summary>What speaks for and against her, in the reader's words: doubts first, then the heaviest lines.</summary>
    public IReadOnlyList<string> Reasons(Wording wording, int most = 5) =>
    [
        .. Doubts.Select(d => wording.Of(d.Read())),
        .. Acceptance.Lines.Concat(Visit.Lines).Where(l => l.Points != 0).Select(l => (Points: (double)l.Points, Say: wording.Of(l)))
            .Concat(Value.Lines.Where(l => l.Term is ValueTerm.Forgotten or ValueTerm.Reserve or ValueTerm.Continuity or ValueTerm.Preferred)
                .Select(l => (l.Points, Say: wording.Of(l))))
            .OrderByDescending(r => Math.Abs(r.Points)).Take(most).Select(r => r.Say),
    ];
}

/// <summary>A doubt as it is stored.</summary>
public sealed record StoredDoubt(string Kind, int A, int B, string? Check, long Ticks)
{
    public static StoredDoubt Of(Doubt doubt) => doubt switch
    {
        Doubt.PerhapsTooFar far => new("far", far.AboutMinutes, far.MaxMinutes, null, 0),
        Doubt.CheckEndsSoon check => new("check", 0, 0, check.Check, check.Until.ToUnixTimeTicks()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public Doubt Read() => Kind == "far"
        ? new Doubt.PerhapsTooFar(A, B)
        : new Doubt.CheckEndsSoon(Check ?? "", NodaTime.Instant.FromUnixTimeTicks(Ticks));
}

/// <summary>A chance as <c>{"Value":0.57}</c>. Left to itself the serializer writes it and reads 0 back: it fills no property without a setter.</summary>
internal sealed class ProbabilityAsStored : JsonConverter<Probability>
{
    public override Probability Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var stored = JsonDocument.ParseValue(ref reader);
        return new Probability(stored.RootElement.GetProperty("Value").GetDouble());
    }

    public override void Write(Utf8JsonWriter writer, Probability value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("Value", value.Value);
        writer.WriteEndObject();
    }
}
