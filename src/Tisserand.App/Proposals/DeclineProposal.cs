using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Proposals;

/// <summary>What a no led to.</summary>
public abstract record DeclineOutcome
{
    private DeclineOutcome() { }

    /// <summary>Noted; she is replaced at once and not asked again for this need.</summary>
    public sealed record Noted : DeclineOutcome;

    public sealed record NotWaiting(ProposalState State) : DeclineOutcome;

    public sealed record NotYours : DeclineOutcome;

    public sealed record Busy : DeclineOutcome;
}

/// <summary>A volunteer says no, with or without a word why.</summary>
public sealed class DeclineProposal(TisserandDb db, TimeProvider time)
{
    public Task<DeclineOutcome> RunAsync(ProposalId id, VolunteerId by, string? words, CancellationToken ct) =>
        db.DecideAsync<DeclineOutcome>(async () =>
        {
            var proposal = await db.Proposals.Include(p => p.Request).Include(p => p.Volunteer)
                .SingleOrDefaultAsync(p => p.Id == id && p.VolunteerId == by, ct);
            if (proposal is null) return new DeclineOutcome.NotYours();

            var now = time.Now();
            if (!proposal.Decline(now, string.IsNullOrWhiteSpace(words) ? null : words.Trim()))
                return new DeclineOutcome.NotWaiting(proposal.State);
            proposal.Request.LookAgainAt(proposal.Request.State == Requests.RequestState.Open ? now : null);
            db.Add(new AuditLine("decline", "proposal", id.Value, "Noted", Actor.Of(proposal.Volunteer.PersonId), now));
            return new DeclineOutcome.Noted();
        }, () => new DeclineOutcome.Busy(), ct);
}
