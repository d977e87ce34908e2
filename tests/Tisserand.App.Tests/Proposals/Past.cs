using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;
using Tisserand.Matching;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Proposals;

/// <summary>Past weeks of a town: each day one request put to the same people, whose answers follow a rate exactly.</summary>
internal sealed class Past(Town town, IReadOnlyList<VolunteerId> people, BeneficiaryId who)
{
    public static readonly int[] Scores = [-20, -10, 0, 10, 20];

    private readonly IdSource _ids = new(seed: 3);
    private readonly Dictionary<int, double> _owed = [];

    /// <param name="town">Where.</param>
    public static async Task<Past> OfAsync(Town town)
    {
        var people = new List<VolunteerId>();
        foreach (var name in new[] { "Anne", "Paul", "Luc", "Rose", "Jean" }) people.Add(await town.VolunteerAsync(name));
        return new Past(town, people, await town.BeneficiaryAsync());
    }

    public BeneficiaryId Who { get; } = who;

    public IReadOnlyList<VolunteerId> People { get; } = people;

    /// <summary>One question to each of five people a day, of one score each.</summary>
    /// <param name="days">How many days, up to a month before today.</param>
    /// <param name="rate">Share of yes at a score.</param>
    /// <param name="inWriting">False for a coordinator's own calls.</param>
    public Task LivesAsync(int days, Func<int, double> rate, bool inWriting = true) => town.LookAsync(async db =>
    {
        var beneficiary = await db.Beneficiaries.SingleAsync(b => b.Id == Who, Ct);
        for (var day = 0; day < days; day++)
        {
            var start = town.Now - Duration.FromDays(30 + day);
            var asked = start - Duration.FromDays(2);
            var request = new HelpRequest(_ids.New<HelpRequestId>(), town.Territory, Who, "courses", RequestSource.Phone, asked);
            request.BelongsTo(beneficiary);
            request.Takes(start, start, null, 60, 60, 120);
            request.Happens(new Place(Redon, null), null, null, null, TripKind.None, null);
            request.Open(asked);
            db.Add(request);
            var list = People.Select((volunteer, i) => new Proposal(_ids.New<ProposalId>(), request, volunteer, i + 1, Figures(Scores[i]), asked)).ToList();
            foreach (var proposal in list) proposal.Validate(asked);
            var figures = DecisionFigures.Of(list, CalibrationVersion.Prior(CardFile.Default), places: 1);
            db.Add(new ValidationDecision(_ids.New<ValidationDecisionId>(), request.Id, null, asked, figures.Replay().Both.Value, null, ValidateList.ByHand, figures.Write()));
            db.AddRange(list);
            foreach (var proposal in list) Assert.True(proposal.Notify(asked, wave: 1, inWriting ? 47 : null, answerKey: null, outsideBudget: false));
            for (var i = 0; i < list.Count; i++) Answer(db, list[i], Scores[i], rate, asked, start);
        }

        return await db.SaveChangesAsync(Ct);
    });

    public static ProposalFigures Figures(int score)
    {
        var cards = CardFile.Default;
        return new ProposalFigures(cards.Version, 10, new CardScore(score, [], score, cards.Acceptance.Calibration.Of(score)),
            new CardScore(20, [], 20, cards.Visit.Calibration.Of(20)), new PairValue([], 0), [], 0);
    }

    private void Answer(TisserandDb db, Proposal proposal, int score, Func<int, double> rate, Instant asked, Instant start)
    {
        var owed = _owed[score] = _owed.GetValueOrDefault(score) + rate(score);
        if (owed < 1)
        {
            if (proposal.Rank % 2 == 0) Assert.True(proposal.Decline(asked, null));          // the others say nothing
            return;
        }

        _owed[score]--;
        if (proposal.Accept(asked, start, _ids) is AcceptOutcome.Planned planned) db.Add(planned.Visit);
    }
}
