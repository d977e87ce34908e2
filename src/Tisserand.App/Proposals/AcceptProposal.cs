using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>A volunteer says yes. The first yes takes the place; a later one is thanked and remembered.</summary>
public sealed class AcceptProposal(TisserandDb db, TimeProvider time, IdSource ids, NeedCatalogue needs, VolunteerPool pool, VisitMessages messages)
{
    /// <param name="id">The proposal.</param>
    /// <param name="by">Whose answer it is; anybody else's proposal does not exist for her.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<AcceptOutcome> RunAsync(ProposalId id, VolunteerId by, CancellationToken ct) =>
        db.DecideAsync<AcceptOutcome>(async () =>
        {
            var proposal = await db.Proposals
                .Include(p => p.Request).ThenInclude(r => r.Visits)
                .Include(p => p.Request).ThenInclude(r => r.Beneficiary!.Person).ThenInclude(p => p.Contacts)
                .Include(p => p.Volunteer).ThenInclude(v => v.Person).ThenInclude(p => p.Contacts)
                .AsSplitQuery()
                .SingleOrDefaultAsync(p => p.Id == id && p.VolunteerId == by, ct);
            if (proposal is null) return new AcceptOutcome.NotYours();

            var now = time.Now();
            var actor = Actor.Of(proposal.Volunteer.PersonId);
            var request = proposal.Request;
            var open = request.State == RequestState.Open && request.HasFreePlace;
            var (obstacles, start) = open ? await StandsAgainstAsync(request, by, now, ct) : ([], request.EarliestStart);
            AcceptOutcome outcome = obstacles.Count > 0
                ? new AcceptOutcome.NoLongerPossible([.. obstacles])
                : proposal.Accept(now, start ?? request.EarliestStart, ids);

            if (outcome is AcceptOutcome.Planned { Visit: var visit })
            {
                proposal.Volunteer.Commits();                 // two yes at one hour: one of them finds the version gone
                db.Add(visit);
                if (!request.HasFreePlace) await WithdrawOthersAsync(request, proposal.Id, ct);
                await messages.AgreedAsync(visit, proposal.Volunteer, ct);
            }

            db.Add(new AuditLine("accept", "proposal", id.Value, outcome.GetType().Name, actor, now));
            return outcome;
        }, () => new AcceptOutcome.Busy(), ct);

    /// <summary>What stands against it at this instant, whatever was true when she was asked: another visit, a pause, an exclusion.
    /// Distance, hours and skills no longer count: she says she comes.</summary>
    private async Task<(IReadOnlyList<Obstacle> Obstacles, Instant? Start)> StandsAgainstAsync(HelpRequest request, VolunteerId by, Instant now, CancellationToken ct)
    {
        var need = NeedBuilder.Of(request, await needs.CurrentAsync(ct), now);
        var candidates = await pool.ForAsync(request, now, by, ct);
        if (candidates.Count == 0) return ([new Obstacle.Paused(null)], null);

        var willing = candidates[0] with
        {
            Availability = [new Interval(request.EarliestStart - Duration.FromDays(2), request.LatestStart + need.Booked + Duration.FromDays(2))],
            TravelBudget = Duration.FromDays(1),
            MaxVisitsPerWeek = null,
        };
        var promised = need with
        {
            RequiredSkills = System.Collections.Frozen.FrozenSet<string>.Empty,
            RequiredChecks = System.Collections.Frozen.FrozenSet<string>.Empty,
            Conditions = NeedConditions.None,
            AnimalOnSite = false,
        };

        // Where her own hours allow it inside the span, the visit begins within them.
        var usual = Eligibility.Judge(willing with { Availability = candidates[0].Availability }, promised);
        var verdict = usual.IsEligible ? usual : Eligibility.Judge(willing, promised);
        return (verdict.Obstacles, verdict.Start);
    }

    private async Task WithdrawOthersAsync(HelpRequest request, ProposalId taken, CancellationToken ct)
    {
        foreach (var other in await db.Proposals.Where(p => p.RequestId == request.Id && p.Id != taken
                     && (p.State == ProposalState.Suggested || p.State == ProposalState.Validated)).ToListAsync(ct))
        {
            other.Withdraw();
        }
    }
}
