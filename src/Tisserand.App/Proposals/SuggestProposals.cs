using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>What looking for people led to.</summary>
public abstract record SuggestOutcome
{
    private SuggestOutcome() { }

    /// <param name="Count">People on the list.</param>
    /// <param name="Confidence">Of the request with that list.</param>
    public sealed record Listed(int Count, double Confidence) : SuggestOutcome;

    public sealed record NotOpen(RequestState State) : SuggestOutcome;

    public sealed record NotFound : SuggestOutcome;

    public sealed record Busy : SuggestOutcome;
}

/// <summary>Looks for the volunteers who could serve a request and lists them with their reasons, the best first.
/// Done again whenever something changed; those already asked keep their answers.</summary>
public sealed class SuggestProposals(TisserandDb db, TimeProvider time, IdSource ids, NeedCatalogue needs, CardsInForce cards, VolunteerPool pool)
{
    /// <summary>Length of an ordered list: a first wave and a reserve.</summary>
    public const int ListLength = 15;

    public Task<SuggestOutcome> RunAsync(HelpRequestId id, CancellationToken ct) =>
        db.DecideAsync<SuggestOutcome>(async () =>
        {
            var request = await Load(id).SingleOrDefaultAsync(ct);
            if (request is null) return new SuggestOutcome.NotFound();
            if (request.State != RequestState.Open || request.Beneficiary is null) return new SuggestOutcome.NotOpen(request.State);

            var now = time.Now();
            var list = await ListAsync(request, now, ct);
            db.Add(new AuditLine("suggest", "request", id.Value, $"Listed {list.Count}", Actor.Machine, now));
            return new SuggestOutcome.Listed(list.Count, ConfidenceOf(request, list, await cards.CalibrationAsync(ct)).Both.Value);
        }, () => new SuggestOutcome.Busy(), ct);

    internal IQueryable<HelpRequest> Load(HelpRequestId id) => db.HelpRequests
        .Include(r => r.Beneficiary!.Person)
        .Include(r => r.Proposals).Include(r => r.Visits)
        .AsSplitQuery().Where(r => r.Id == id);

    /// <summary>Brings the request's proposals in line with who can serve it now; saves nothing.</summary>
    /// <returns>The proposals that may be asked, in order.</returns>
    internal async Task<IReadOnlyList<Proposal>> ListAsync(HelpRequest request, Instant now, CancellationToken ct)
    {
        var ranked = await RankAsync(request, now, ListLength, ct);
        var calibration = await cards.CalibrationAsync(ct);
        var known = request.Proposals.ToDictionary(p => p.VolunteerId.Value);
        var listed = new List<Proposal>();

        foreach (var candidate in ranked)
        {
            var figures = ProposalFigures.Of(candidate, calibration);
            var rank = listed.Count + 1;
            if (!known.TryGetValue(candidate.Who.Id, out var proposal))
            {
                proposal = new Proposal(ids.New<ProposalId>(), request, new(candidate.Who.Id), rank, figures, now);
                db.Add(proposal);
            }
            else if (!MayBeAsked(request, proposal, now))
            {
                continue;
            }

            // Whoever waits for an answer keeps the figures she was asked with.
            proposal.RankedAt(rank, proposal.WaitsForAnswer ? ProposalFigures.Read(proposal.Figures) ?? figures : figures);
            listed.Add(proposal);
        }

        // Nobody who can no longer serve it is asked; those asked already keep their question.
        var stillThere = listed.ToHashSet();
        foreach (var gone in request.Proposals.Where(p => p.State is ProposalState.Suggested or ProposalState.Validated && !stillThere.Contains(p)))
            gone.Withdraw();
        request.Bump();
        return listed;
    }

    /// <summary>The best of the territory for this request.</summary>
    internal async Task<IReadOnlyList<RankedCandidate>> RankAsync(HelpRequest request, Instant now, int take, CancellationToken ct)
    {
        var taxonomy = await needs.CurrentAsync(ct);
        var need = NeedBuilder.Of(request, taxonomy, now);
        var people = await pool.ForAsync(request, now, null, ct);
        var horizon = new Interval(request.EarliestStart - Duration.FromDays(1), request.LatestStart + Duration.FromDays(2));
        var index = CandidateIndex.Build(people, await cards.CurrentAsync(ct), new IndexOptions { Horizon = horizon, AskedTraits = AskedTraits(taxonomy) });
        var best = index.Rank(need, take + 1 + request.Proposals.Count).Best.Take(take + request.Proposals.Count).ToList();

        if (request.AskFirst is { } first && best.FindIndex(c => c.Who.Id == first.Value) is var at and > 0)
        {
            var second = best[at];
            best.RemoveAt(at);
            best.Insert(0, second);
        }

        return best;
    }

    /// <summary>Nobody is asked twice for the same need unless it changed; when it was reopened, a silence or a late yes may be asked
    /// again, a no never.</summary>
    private static bool MayBeAsked(HelpRequest request, Proposal proposal, Instant now)
    {
        switch (proposal.State)
        {
            case ProposalState.Suggested or ProposalState.Validated or ProposalState.Notified:
                return true;
            case ProposalState.Accepted:
                return false;
        }

        var changedSince = proposal.NotifiedAt is not { } asked || request.NeedChangedAt > asked;
        var reopenedSince = request.TimesReopened > 0 && proposal.NotifiedAt < request.WaitingSince && proposal.State != ProposalState.Declined;
        return (changedSince || reopenedSince) && proposal.Renew(now);
    }

    internal static Confidence ConfidenceOf(HelpRequest request, IEnumerable<Proposal> list, CalibrationVersion calibration) => DecisionFigures.Of(
        list.Where(p => p.State is ProposalState.Suggested or ProposalState.Validated or ProposalState.Notified), calibration,
        request.People - request.PlacesTaken).Replay();

    private static HashSet<string> AskedTraits(Taxonomy taxonomy) =>
        [.. taxonomy.NeedTypes.SelectMany(n => n.RequiredSkills.Concat(n.UsefulSkills)), .. taxonomy.Skills.Entries.Select(s => s.Code).Where(IsLanguage)];

    private static bool IsLanguage(string code) => code.StartsWith("langue:", StringComparison.Ordinal);
}
