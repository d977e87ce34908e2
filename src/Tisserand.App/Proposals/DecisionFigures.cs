using System.Text.Json;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>An ordered list as it was decided on. Enough to compute its confidence again, whatever has been learned since; ids only.</summary>
/// <param name="Cards">Version of the cards; empty where nothing was computed.</param>
/// <param name="Calibration">Version of the calibration in force, which the list's curve belongs to.</param>
/// <param name="Lists">That curve.</param>
/// <param name="Places">People still wanted.</param>
/// <param name="Askable">How many of the list can be asked before the deadline.</param>
/// <param name="People">In order.</param>
public sealed record DecisionFigures(string Cards, int Calibration, Calibration Lists, int Places, int Askable, IReadOnlyList<ListedPerson> People)
{
    public static DecisionFigures Of(IEnumerable<Proposal> list, CalibrationVersion calibration, int places)
    {
        var people = list.OrderBy(p => p.Rank).Select(p => (Proposal: p, Figures: ProposalFigures.Read(p.Figures))).ToList();
        return new DecisionFigures(
            people.Select(p => p.Figures?.CardsVersion).FirstOrDefault(v => v is not null) ?? "",
            calibration.Version, calibration.Lists, Math.Max(1, places), SuggestProposals.ListLength,
            [.. people.Select(p => new ListedPerson(
                p.Proposal.VolunteerId.Value, p.Proposal.Rank, p.Proposal.Value, p.Proposal.ChanceOfYes, p.Proposal.ChanceOfGood,
                p.Figures?.Acceptance.Score, p.Figures?.Visit.Score, p.Figures?.Calibration ?? 0))]);
    }

    /// <summary>The confidence it was decided with.</summary>
    public Confidence Replay() => Confidence.Of([.. People.Select(p => p.Chances)], Askable, Lists, Places);

    /// <summary>Naive log-odds that every place is taken, as these curves see its scores today: what lists are recalibrated on.</summary>
    public double NaiveLogOdds(CalibrationVersion today) =>
        Confidence.NaiveLogOdds([.. People.Select(p => Cards == today.Cards ? p.ChancesWith(today) : p.Chances)], Askable, Places);

    public string Write() => JsonSerializer.Serialize(this);

    public static DecisionFigures Read(string stored) =>
        JsonSerializer.Deserialize<DecisionFigures>(stored) ?? throw new InvalidDataException("A stored decision is empty.");
}

/// <summary>One line of a stored decision; without scores where nothing was computed.</summary>
/// <param name="Calibration">Version with which her chances were computed; a list may have been made the day before it is validated.</param>
public sealed record ListedPerson(Guid Volunteer, int Rank, double Value, double ChanceOfYes, double ChanceOfGood, int? YesScore, int? GoodScore, int Calibration)
{
    internal Chances Chances => new(new Chance(new Probability(ChanceOfYes), 0), new Chance(new Probability(ChanceOfGood), 0));

    internal Chances ChancesWith(CalibrationVersion today) => YesScore is { } yes && GoodScore is { } good
        ? new Chances(today.Yes.Of(yes), today.GoodVisit.Of(good))
        : Chances;
}
