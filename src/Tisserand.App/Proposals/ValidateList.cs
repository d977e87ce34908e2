using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Proposals;

/// <summary>What validating a list led to.</summary>
public abstract record ValidateOutcome
{
    private ValidateOutcome() { }

    /// <param name="People">How many may be asked, in order.</param>
    public sealed record Validated(int People) : ValidateOutcome;

    /// <summary>Nobody was ticked, or nobody ticked can still be asked.</summary>
    public sealed record NobodyChosen : ValidateOutcome;

    public sealed record NotOpen(RequestState State) : ValidateOutcome;

    public sealed record NotFound : ValidateOutcome;

    public sealed record Busy : ValidateOutcome;
}

/// <summary>A coordinator validates an ordered list, first wave and reserve. Later waves draw from it without a new click.</summary>
public sealed class ValidateList(TisserandDb db, TimeProvider time, IdSource ids, SuggestProposals suggest, CardsInForce cards)
{
    public const string ByHand = "coordination/1";

    /// <param name="id">The request.</param>
    /// <param name="ordered">Who may be asked, in the order she chose.</param>
    /// <param name="oneAtATime">"Une personne à la fois"; null keeps what the request says.</param>
    /// <param name="by">The coordinator.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<ValidateOutcome> RunAsync(HelpRequestId id, IReadOnlyList<VolunteerId> ordered, bool? oneAtATime, Actor by, CancellationToken ct) =>
        db.DecideAsync<ValidateOutcome>(async () =>
        {
            var request = await suggest.Load(id).SingleOrDefaultAsync(ct);
            if (request is null) return new ValidateOutcome.NotFound();
            if (request.State != RequestState.Open) return new ValidateOutcome.NotOpen(request.State);

            var now = time.Now();
            var chosen = ordered.Distinct().Select(v => request.Proposals.FirstOrDefault(p => p.VolunteerId == v))
                .OfType<Proposal>().Where(p => p.State is ProposalState.Suggested or ProposalState.Validated or ProposalState.Notified).ToList();
            if (chosen.Count == 0) return new ValidateOutcome.NobodyChosen();

            foreach (var left in request.Proposals.Where(p => p.State is ProposalState.Suggested or ProposalState.Validated && !chosen.Contains(p)))
                left.Withdraw();
            for (var i = 0; i < chosen.Count; i++)
            {
                chosen[i].RankedAt(i + 1, ProposalFigures.Read(chosen[i].Figures));
                chosen[i].Validate(now);
            }

            if (oneAtATime is { } one) request.Wants(request.People, request.IsUrgent, one);
            request.Validate(now, graceEnds: null);
            db.Add(await DecisionAsync(request, chosen, by, ByHand, threshold: null, now, ct));
            db.Add(new AuditLine("validate", "request", id.Value, $"Validated {chosen.Count}", by, now));
            return new ValidateOutcome.Validated(chosen.Count);
        }, () => new ValidateOutcome.Busy(), ct);

    /// <summary>The decision with all its figures, so that it can be replayed from what is stored with it.</summary>
    internal async Task<ValidationDecision> DecisionAsync(HelpRequest request, IReadOnlyList<Proposal> list, Actor by, string rule, double? threshold, Instant now, CancellationToken ct)
    {
        var figures = DecisionFigures.Of(list, await cards.CalibrationAsync(ct), request.People - request.PlacesTaken);
        var version = figures.Cards.Length == 0 ? rule : $"{rule} {figures.Cards} c{figures.Calibration}";
        return new ValidationDecision(ids.New<ValidationDecisionId>(), request.Id, by.Account, now, figures.Replay().Both.Value, threshold, version, figures.Write());
    }
}

/// <summary>What stopping an automatic validation led to.</summary>
public enum StopOutcome { Stopped, TooLate, NotFound, Busy }

/// <summary>Stops an automatic validation during its grace delay: the list comes back to be validated by a person.</summary>
public sealed class StopAutomaticValidation(TisserandDb db, TimeProvider time)
{
    public Task<StopOutcome> RunAsync(HelpRequestId id, Actor by, CancellationToken ct) =>
        db.DecideAsync(async () =>
        {
            var request = await db.HelpRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) return StopOutcome.NotFound;
            var now = time.Now();
            if (request.GraceEndsAt is not { } ends || ends <= now || !request.StopValidation()) return StopOutcome.TooLate;

            var decision = await db.ValidationDecisions.Where(d => d.RequestId == id).OrderByDescending(d => d.At).FirstOrDefaultAsync(ct);
            decision?.Stop(now);
            db.Add(new AuditLine("stop-automatic", "request", id.Value, "Stopped", by, now));
            return StopOutcome.Stopped;
        }, () => StopOutcome.Busy, ct);
}
