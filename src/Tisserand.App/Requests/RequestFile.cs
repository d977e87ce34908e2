using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Matching;

namespace Tisserand.App.Requests;

/// <summary>Lines that add up: <paramref name="Base"/> and the points make <paramref name="Total"/>.</summary>
/// <param name="Said">What calibration turns it into, in words; null for the value.</param>
public sealed record SumShown(double Base, IReadOnlyList<(string Text, double Points)> Lines, double Total, string? Said);

/// <summary>One volunteer of a request's list, with all that placed her there.</summary>
/// <param name="Yes">Card A; null where nothing was computed.</param>
/// <param name="Good">Card B.</param>
public sealed record ListedCandidate(
    ProposalId Id, VolunteerId VolunteerId, Guid Person, string Name, string Commune, ProposalState State, int Rank, int AboutMinutes, double Value,
    IReadOnlyList<string> Reasons, IReadOnlyList<string> Doubts, SumShown? Yes, SumShown? Good, SumShown? Sum,
    Instant? AskedAt, Instant? AnsweredAt, bool LateYes, string? DeclineWords)
{
    public bool MayBeListed => State is ProposalState.Suggested or ProposalState.Validated or ProposalState.Notified;
}

/// <param name="Said">What each side told afterwards.</param>
public sealed record VisitOfRequest(
    VisitId Id, VolunteerId VolunteerId, Guid Person, string Name, Instant Start, Instant End, VisitState State, bool IsUnconfirmed, IReadOnlyList<ToldOfVisit> Said);

/// <summary>What one side told of a visit; what she left out is null.</summary>
public sealed record ToldOfVisit(FeedbackSide Side, bool? TookPlace, int? Rating, bool? Again, string? Words);

public sealed record DecisionOfRequest(Instant At, string? By, double Confidence, double? Threshold, string Rule, Instant? StoppedAt);

/// <summary>All a coordinator sees of one request.</summary>
public sealed record RequestFile(
    HelpRequestId Id, TerritoryId Territory, RequestState State, EndReason EndReason, string? EndNote, RequestSource Source, string Activity, string When, Instant Earliest, Instant Latest,
    Instant? AppointmentAt, string? Commune, string? Street, string? DestinationCommune, string? DestinationAddress, TripKind Trip, HelpRequestId? OtherLeg, string? OtherLegSaid,
    string? Text, int UsualMinutes, int BookedMinutes, int People, int PlacesTaken, bool IsUrgent, bool OneAtATime, Instant Since, Instant Deadline, Instant? ValidatedAt, Instant? GraceEndsAt,
    BeneficiaryId? BeneficiaryId, Guid? Person, string? Name, double Confidence, int ConfidenceCases,
    IReadOnlyList<ListedCandidate> Candidates, IReadOnlyList<VisitOfRequest> Visits, IReadOnlyList<DecisionOfRequest> Decisions,
    IReadOnlyList<(Guid Id, string Name)> Volunteers)
{
    public bool IsAlive => State is RequestState.Draft or RequestState.Open or RequestState.Matched;
}

/// <inheritdoc cref="RequestFile"/>
public sealed class RequestFiles(TisserandDb db, NeedCatalogue needs, MatchingWords matching, CardsInForce cards)
{
    private const int MostVolunteers = 1000;

    /// <returns>Null where it is none of these territories'.</returns>
    public async Task<RequestFile?> ReadAsync(HelpRequestId id, IReadOnlyList<TerritoryId> territories, string language, CancellationToken ct)
    {
        var request = await db.HelpRequests.AsNoTracking().Include(r => r.Beneficiary!.Person).Include(r => r.Proposals).Include(r => r.Visits).ThenInclude(v => v.Feedback)
            .AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id && territories.Contains(r.TerritoryId), ct);
        if (request is null) return null;

        var words = new RequestWords(await needs.CurrentAsync(ct), language);
        var wording = await matching.WordingAsync(language, ct);
        var known = await VolunteersOfAsync(request, ct);
        var open = request.Proposals.Where(p => p.State is ProposalState.Suggested or ProposalState.Validated or ProposalState.Notified).OrderBy(p => p.Rank).ToList();
        var person = request.Beneficiary?.Person;
        var confidence = SuggestProposals.ConfidenceOf(request, open, await cards.CalibrationAsync(ct));
        return new RequestFile(id, request.TerritoryId, request.State, request.EndReason, request.EndNote, request.Source, words.Activity(request.NeedType), words.When(request),
            request.EarliestStart, request.LatestStart, request.AppointmentAt, RequestWords.Commune(request.PlaceInsee), request.PlaceStreet,
            RequestWords.Commune(request.DestinationInsee), request.DestinationAddress, request.Trip, request.OtherLegId, await OtherLegAsync(request.OtherLegId, words, ct),
            request.Text, request.UsualMinutes, request.BookedMinutes, request.People, request.PlacesTaken, request.IsUrgent, request.OneAtATime, request.WaitingSince, request.Deadline,
            request.ValidatedAt, request.GraceEndsAt, request.BeneficiaryId, person?.Id.Value, person?.FullName, confidence.Both.Value, confidence.Cases,
            [.. request.Proposals.OrderBy(p => Place(p.State)).ThenBy(p => p.Rank).Select(p => CandidateOf(p, known[p.VolunteerId], wording))],
            [.. request.Visits.OrderBy(v => v.Start).Select(v => new VisitOfRequest(v.Id, v.VolunteerId, known[v.VolunteerId].Id.Value, known[v.VolunteerId].FullName, v.Start, v.End, v.State, v.IsUnconfirmed,
                [.. v.Feedback.OrderBy(f => f.Side).Select(f => new ToldOfVisit(f.Side, f.TookPlace, f.Rating, f.Again, f.Words))]))],
            await DecisionsAsync(id, ct), await ActiveAsync(request.TerritoryId, ct));
    }

    private static int Place(ProposalState state) => state switch
    {
        ProposalState.Accepted => 0,
        ProposalState.Notified => 1,
        ProposalState.Suggested or ProposalState.Validated => 2,
        _ => 3,
    };

    private static ListedCandidate CandidateOf(Proposal p, Person person, Wording wording)
    {
        var figures = ProposalFigures.Read(p.Figures);
        return new ListedCandidate(p.Id, p.VolunteerId, person.Id.Value, person.FullName, RequestWords.Commune(person.Insee) ?? "", p.State, p.Rank, figures?.AboutMinutes ?? 0, p.Value,
            figures is null ? [] : (figures with { Doubts = [] }).Reasons(wording), figures is null ? [] : [.. figures.Doubts.Select(d => wording.Of(d.Read()))],
            Card(figures?.Acceptance, wording), Card(figures?.Visit, wording),
            figures is null ? null : new SumShown(0, [.. figures.Value.Lines.Select(l => (wording.Of(l), l.Points))], figures.Value.Total, null),
            p.NotifiedAt, p.AnsweredAt, p.LateYesAt is not null, p.DeclineWords);
    }

    private static SumShown? Card(CardScore? card, Wording wording) => card is null ? null
        : new SumShown(card.Base, [.. card.Lines.Select(l => (wording.Of(l), (double)l.Points))], card.Score, wording.Of(card.Chance));

    private async Task<Dictionary<VolunteerId, Person>> VolunteersOfAsync(HelpRequest request, CancellationToken ct)
    {
        var ids = request.Proposals.Select(p => p.VolunteerId).Concat(request.Visits.Select(v => v.VolunteerId)).Distinct().ToList();
        return await db.Volunteers.AsNoTracking().Where(v => ids.Contains(v.Id)).Include(v => v.Person).ToDictionaryAsync(v => v.Id, v => v.Person, ct);
    }

    private async Task<string?> OtherLegAsync(HelpRequestId? id, RequestWords words, CancellationToken ct) =>
        id is { } leg && await db.HelpRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == leg, ct) is { } other ? words.When(other) : null;

    private async Task<List<DecisionOfRequest>> DecisionsAsync(HelpRequestId id, CancellationToken ct) =>
        await db.ValidationDecisions.AsNoTracking().Where(d => d.RequestId == id).OrderByDescending(d => d.At).Take(20)
            .Select(d => new DecisionOfRequest(d.At, db.Accounts.Where(a => a.Id == d.By).Select(a => a.Name).FirstOrDefault(), d.Confidence, d.Threshold, d.Rule, d.StoppedAt))
            .ToListAsync(ct);

    private async Task<List<(Guid Id, string Name)>> ActiveAsync(TerritoryId territory, CancellationToken ct)
    {
        var people = await db.Volunteers.AsNoTracking().Where(v => v.TerritoryId == territory && v.State == PersonState.Active)
            .OrderBy(v => v.Id).Select(v => new { v.Id, v.Person.FirstName, v.Person.LastName }).Take(MostVolunteers).ToListAsync(ct);
        return [.. people.Select(p => (p.Id.Value, Name: $"{p.LastName} {p.FirstName}".Trim())).OrderBy(p => p.Name, StringComparer.Ordinal)];
    }
}
