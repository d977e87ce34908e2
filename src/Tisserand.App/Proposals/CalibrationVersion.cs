using System.Text.Json;
using NodaTime;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>How scores become chances in this cooperative, with the cases behind each curve. Every version is kept: what was decided
/// with one can be read with it.</summary>
/// <param name="Version">From 1; 0 = the cards' own curves, before any night.</param>
/// <param name="At">When it was fitted; null for version 0.</param>
/// <param name="Cards">Version of the cards whose scores it reads; other cards have other scores.</param>
/// <param name="Yes">Card A: she says yes when asked.</param>
/// <param name="GoodVisit">Card B: the visit goes well after a yes.</param>
/// <param name="Lists">A whole list: from naive log-odds to what lists led to.</param>
public sealed record CalibrationVersion(int Version, Instant? At, string Cards, Calibration Yes, Calibration GoodVisit, Calibration Lists)
{
    /// <summary>Before any history: the documented prior that the cards bring along.</summary>
    public static CalibrationVersion Prior(CardFile cards) =>
        new(0, null, cards.Version, cards.Acceptance.Calibration, cards.Visit.Calibration, Calibration.ListPrior);

    /// <summary>The same cards, read with these curves.</summary>
    public CardFile ReadWith(CardFile cards) => cards.With(cards.Version, Yes, GoodVisit);

    internal string Write() => JsonSerializer.Serialize(new Stored(Cards, Yes, GoodVisit, Lists));

    internal static CalibrationVersion Read(int version, Instant at, string text)
    {
        var stored = JsonSerializer.Deserialize<Stored>(text) ?? throw new InvalidDataException($"Calibration {version} is empty.");
        return new CalibrationVersion(version, at, stored.Cards, stored.Yes, stored.GoodVisit, stored.Lists);
    }

    private sealed record Stored(string Cards, Calibration Yes, Calibration GoodVisit, Calibration Lists);
}
