using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Matching.Solicitation;

namespace Tisserand.App.Proposals;

/// <summary>What looking at a request's solicitation led to.</summary>
public enum AdvanceOutcome { NotFound, NotOpen, ToValidate, NobodyFound, InGrace, Asked, Waiting, Coordinator, Busy }

/// <summary>The next step for one open request: list people, validate where the cooperative allows it, ask the next wave, wait, or call the
/// coordinator in. What to ask is decided by one pure function (<see cref="Solicitation.Next"/>); here its answer is carried out.</summary>
public sealed class AdvanceSolicitation(
    TisserandDb db, TimeProvider time, NeedCatalogue needs, SuggestProposals suggest, ValidateList validate,
    SolicitationFacts facts, CardsInForce cards, AskVolunteer ask, Attention attention, DutyRoster roster)
{
    public const string Automatic = "automatique/1";
    public const string OwnSeries = "serie/1";

    public Task<AdvanceOutcome> RunAsync(HelpRequestId id, CancellationToken ct) =>
        db.DecideAsync(async () =>
        {
            var request = await suggest.Load(id).SingleOrDefaultAsync(ct);
            if (request is null) return AdvanceOutcome.NotFound;
            if (request.State != RequestState.Open || request.Beneficiary is null) return AdvanceOutcome.NotOpen;

            var now = time.Now();
            var outcome = AdvanceOutcome.ToValidate;
            if (request.ValidatedAt is null) outcome = await ListAndValidateAsync(request, now, ct);
            if (request.ValidatedAt is not null)
                outcome = request.GraceEndsAt > now ? AdvanceOutcome.InGrace : await StepAsync(request, now, ct);
            db.Add(new AuditLine("advance", "request", id.Value, outcome.ToString(), Actor.Machine, now));
            return outcome;
        }, () => AdvanceOutcome.Busy, ct);

    private async Task<AdvanceOutcome> ListAndValidateAsync(HelpRequest request, Instant now, CancellationToken ct)
    {
        var list = await suggest.ListAsync(request, now, ct);
        request.LookAgainAt(null);                                // a person looks now, unless the rules below validate
        if (list.Count == 0)
        {
            await attention.RaiseAsync(request.TerritoryId, AttentionReasons.NobodyFound, $"nobody/{request.Id.Value:N}", now, request: request.Id, ct: ct);
            return AdvanceOutcome.NobodyFound;
        }

        // The known second of a series was chosen when the series began: asked at once, and alone.
        if (request.RecurringNeedId is not null && list.FirstOrDefault(p => p.VolunteerId == request.AskFirst && p.NotifiedAt is null) is { } second)
        {
            second.Validate(now);
            request.Validate(now, graceEnds: null);
            db.Add(await validate.DecisionAsync(request, [second], Actor.Machine, OwnSeries, threshold: null, now, ct));
            return AdvanceOutcome.Waiting;
        }

        var territory = await db.Territories.SingleAsync(t => t.Id == request.TerritoryId, ct);
        var allowed = (await needs.CurrentAsync(ct)).Find(request.NeedType)?.AutomaticValidation == true;
        if (territory.AutomaticFrom is not { } threshold || !allowed || SuggestProposals.ConfidenceOf(request, list, await cards.CalibrationAsync(ct)).Both.Value < threshold)
            return AdvanceOutcome.ToValidate;

        var graceEnds = Grace.EndsAt(now, await DutyHoursAsync(request.TerritoryId, now, ct), Duration.FromMinutes(territory.GraceMinutes));
        if (graceEnds is null) return AdvanceOutcome.ToValidate;   // nobody on duty could stop it
        foreach (var proposal in list) proposal.Validate(now);
        request.Validate(now, graceEnds);
        db.Add(await validate.DecisionAsync(request, list, Actor.Machine, Automatic, threshold, now, ct));
        return AdvanceOutcome.InGrace;
    }

    private async Task<AdvanceOutcome> StepAsync(HelpRequest request, Instant now, CancellationToken ct)
    {
        var state = await facts.OfAsync(request, now, ct);
        var step = Solicitation.Next(state, SolicitationOptions.Default);
        Lapse(request, step.Silent);
        return await CarryOutAsync(request, step, now, ct);
    }

    private async Task<AdvanceOutcome> CarryOutAsync(HelpRequest request, SolicitationStep step, Instant now, CancellationToken ct)
    {
        switch (step)
        {
            case SolicitationStep.Ask asked:
                var wave = request.Proposals.Max(p => p.Wave) + 1;
                foreach (var question in asked.Questions)
                {
                    var proposal = request.Proposals.Single(p => p.VolunteerId.Value == question.Volunteer);
                    if (proposal.State is not (ProposalState.Validated or ProposalState.Suggested)) proposal.Renew(now);
                    await ask.AskAsync(proposal, wave, question.Outside is not null, now, ct);
                }

                request.LookAgainAt(asked.NextLookAt);
                return AdvanceOutcome.Asked;

            case SolicitationStep.Wait wait:
                request.LookAgainAt(wait.Until);
                return AdvanceOutcome.Waiting;

            case SolicitationStep.CallCoordinator call:
                await attention.RaiseAsync(request.TerritoryId, AttentionReasons.Of(call.Reason), $"solicitation/{request.Id.Value:N}/{call.Reason}", now, request: request.Id, ct: ct);
                if (call.Meanwhile is { } meanwhile)
                {
                    Lapse(request, meanwhile.Silent);
                    await CarryOutAsync(request, meanwhile, now, ct);
                }
                else if (call.Reason == CoordinatorReason.ListExhausted && now < request.Deadline)
                {
                    request.ComesBackToValidate();
                    await suggest.ListAsync(request, now, ct);     // whoever has become free since
                }
                else
                {
                    request.LookAgainAt(null);
                }

                return AdvanceOutcome.Coordinator;

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Lapse(HelpRequest request, IReadOnlyList<Guid> silent)
    {
        foreach (var proposal in request.Proposals.Where(p => silent.Contains(p.VolunteerId.Value))) proposal.Lapse();
    }

    private async Task<WakingHours> DutyHoursAsync(TerritoryId territory, Instant now, CancellationToken ct)
    {
        var first = now.LocalDay();
        var hours = (await roster.HoursAsync(territory, first.PlusDays(-1), first.PlusDays(14), ct)).ToLookup(h => h.Start.LocalDay());
        return WakingHours.Of(Calendars.Paris, day => hours[day]);
    }
}

/// <summary>Looks at every open request whose next step is due, each in its own transaction.</summary>
public sealed class SolicitationsDue(TisserandDb db, AdvanceSolicitation advance)
{
    private const int MostAtOnce = 200;

    public async Task<int> RunDueAsync(Instant now, CancellationToken ct)
    {
        var due = await db.HelpRequests.AsNoTracking()
            .Where(r => r.State == RequestState.Open && r.NextStepAt <= now)
            .OrderBy(r => r.NextStepAt).Select(r => r.Id).Take(MostAtOnce).ToListAsync(ct);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            await advance.RunAsync(id, ct);
        }

        return due.Count;
    }
}
