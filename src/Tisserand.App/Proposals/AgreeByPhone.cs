using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Proposals;

/// <summary>« Elle a dit oui au téléphone » : a coordinator's own call, outside the budget of solicitations. The question counts as asked and
/// her yes is weighed as any other, in one transaction: where it cannot be kept, nothing was asked.</summary>
public sealed class AgreeByPhone(TisserandDb db, TimeProvider time, IdSource ids, AcceptProposal accept)
{
    public Task<AcceptOutcome> RunAsync(HelpRequestId id, VolunteerId volunteer, Actor by, CancellationToken ct) =>
        db.DecideAsync<AcceptOutcome>(async () =>
        {
            var request = await db.HelpRequests
                .Include(r => r.Proposals).Include(r => r.Visits)
                .Include(r => r.Beneficiary!.Person).ThenInclude(p => p.Contacts)
                .AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) return new AcceptOutcome.NotYours();
            var called = await db.Volunteers.Include(v => v.Person).ThenInclude(p => p.Contacts)
                .SingleOrDefaultAsync(v => v.Id == volunteer && v.TerritoryId == request.TerritoryId, ct);
            if (called is null) return new AcceptOutcome.NotYours();

            var now = time.Now();
            var outcome = Ask(request, volunteer, now) is { } proposal ? await accept.WeighAsync(proposal, now, ct) : new AcceptOutcome.TooLate();
            if (outcome is not (AcceptOutcome.Planned or AcceptOutcome.TooLate)) db.ChangeTracker.Clear();      // a late yes is remembered
            db.Add(new AuditLine("agree-by-phone", "request", id.Value, outcome.GetType().Name, by, now));
            return outcome;
        }, () => new AcceptOutcome.Busy(), ct);

    /// <summary>The call is the question. Null when the request is no longer open and she was never asked.</summary>
    private Proposal? Ask(HelpRequest request, VolunteerId volunteer, Instant now)
    {
        var proposal = request.Proposals.FirstOrDefault(p => p.VolunteerId == volunteer);
        if (request.State != RequestState.Open) return proposal;
        if (proposal is null)
        {
            proposal = new Proposal(ids.New<ProposalId>(), request, volunteer, request.Proposals.Count + 1, figures: null, now);
            db.Add(proposal);
        }
        else if (proposal.NotifiedAt is null || proposal.NotifiedAt < request.NeedChangedAt)
        {
            proposal.Renew(now);                              // it asks about the need as it is now
        }

        proposal.Notify(now, proposal.Wave, shortCode: null, answerKey: null, outsideBudget: true);
        return proposal;
    }
}
