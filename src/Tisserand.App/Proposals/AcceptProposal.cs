using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Proposals;

/// <summary>A volunteer says yes. The first yes takes the place; a later one is thanked and remembered.</summary>
public sealed class AcceptProposal(TisserandDb db, TimeProvider time, IdSource ids, StandsAgainst against, VisitMessages messages)
{
    /// <param name="id">The proposal.</param>
    /// <param name="by">Whose answer it is; anybody else's proposal does not exist for her.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<AcceptOutcome> RunAsync(ProposalId id, VolunteerId by, CancellationToken ct) =>
        db.DecideAsync<AcceptOutcome>(async () =>
        {
            var proposal = await db.Proposals.Include(p => p.Request).Include(p => p.Volunteer).SingleOrDefaultAsync(p => p.Id == id && p.VolunteerId == by, ct);
            if (proposal is null) return new AcceptOutcome.NotYours();

            var now = time.Now();
            var outcome = await WeighAsync(proposal, now, ct);
            db.Add(new AuditLine("accept", "proposal", id.Value, outcome.GetType().Name, Actor.Of(proposal.Volunteer.PersonId), now));
            return outcome;
        }, () => new AcceptOutcome.Busy(), ct);

    /// <summary>The same in the caller's transaction, for a proposal with its volunteer and its request. Saves nothing.</summary>
    internal async Task<AcceptOutcome> WeighAsync(Proposal proposal, Instant now, CancellationToken ct)
    {
        var request = proposal.Request;
        var open = request.State == RequestState.Open && request.HasFreePlace;
        if (open) await LoadAroundAsync(request, proposal.Volunteer, ct);
        var (obstacles, start) = open ? await against.ReadAsync(request, proposal.VolunteerId, now, ct) : ([], request.EarliestStart);
        AcceptOutcome outcome = obstacles.Count > 0
            ? new AcceptOutcome.NoLongerPossible([.. obstacles])
            : proposal.Accept(now, start ?? request.EarliestStart, ids);

        if (outcome is AcceptOutcome.Planned { Visit: var visit })
        {
            proposal.Volunteer.Commits();                     // two yes at one hour: one of them finds the version gone
            db.Add(visit);
            if (!request.HasFreePlace) await WithdrawOthersAsync(request, proposal.Id, ct);
            await messages.AgreedAsync(visit, proposal.Volunteer, ct);
        }

        return outcome;
    }

    /// <summary>What a yes needs while a place is open; of two hundred at once, most find it taken and need none of it.</summary>
    private async Task LoadAroundAsync(HelpRequest request, Volunteer volunteer, CancellationToken ct)
    {
        await db.HelpRequests.Include(r => r.Visits).Include(r => r.Beneficiary!.Person).ThenInclude(p => p.Contacts).AsSplitQuery().Where(r => r.Id == request.Id).LoadAsync(ct);
        await db.People.Include(p => p.Contacts).Where(p => p.Id == volunteer.PersonId).LoadAsync(ct);
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
