using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Proposals;

/// <summary>« Elle a dit oui au téléphone » : a coordinator's own call, outside the budget of solicitations. The question counts as asked,
/// then her yes is weighed as any other.</summary>
public sealed class AgreeByPhone(TisserandDb db, TimeProvider time, IdSource ids, AcceptProposal accept)
{
    public async Task<AcceptOutcome> RunAsync(HelpRequestId id, VolunteerId volunteer, Actor by, CancellationToken ct)
    {
        var (proposal, refused) = await db.DecideAsync<(ProposalId, AcceptOutcome?)>(
            () => AskedAsync(id, volunteer, by, ct), () => (default, new AcceptOutcome.Busy()), ct);
        return refused ?? await accept.RunAsync(proposal, volunteer, ct);
    }

    private async Task<(ProposalId Proposal, AcceptOutcome? Refused)> AskedAsync(HelpRequestId id, VolunteerId volunteer, Actor by, CancellationToken ct)
    {
        var request = await db.HelpRequests.Include(r => r.Proposals).SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null || !await db.Volunteers.AnyAsync(v => v.Id == volunteer && v.TerritoryId == request.TerritoryId, ct))
            return (default, new AcceptOutcome.NotYours());

        var now = time.Now();
        var proposal = request.Proposals.FirstOrDefault(p => p.VolunteerId == volunteer);
        if (request.State == RequestState.Open)
        {
            if (proposal is null)
            {
                proposal = new Proposal(ids.New<ProposalId>(), request, volunteer, request.Proposals.Count + 1, figures: null, now);
                db.Add(proposal);
            }
            else if (proposal.NotifiedAt is null || proposal.NotifiedAt < request.NeedChangedAt)
            {
                proposal.Renew(now);                          // the call asks about the need as it is now
            }

            if (proposal.Notify(now, proposal.Wave, shortCode: null, answerKey: null, outsideBudget: true))
                db.Add(new AuditLine("ask-by-phone", "proposal", proposal.Id.Value, "Asked", by, now));
        }

        return proposal is null ? (default, new AcceptOutcome.TooLate()) : (proposal.Id, null);
    }
}
