using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Notifications;

/// <summary>Whether a message still has its reason, looked at in the very transaction in which it begins to leave.</summary>
public sealed class MessageSense(TisserandDb db)
{
    private static readonly MessageKind[] OnlyWhilePlanned =
    [
        MessageKind.VisitAgreedVolunteer, MessageKind.VisitAgreedBeneficiary, MessageKind.ReminderVolunteer, MessageKind.ReminderBeneficiary,
        MessageKind.AddressDisclosure, MessageKind.OverrunWarning, MessageKind.ReplacementFound, MessageKind.VisitChanged, MessageKind.OtherLegCancelled,
    ];

    public async Task<bool> HasAsync(OutgoingMessage message, Instant now, CancellationToken ct)
    {
        if (message.UselessAfter <= now) return false;
        if (await db.People.AnyAsync(p => p.Id == message.PersonId && (db.Beneficiaries.Any(b => b.PersonId == p.Id && b.State == PersonState.Deceased)
                || db.Volunteers.Any(v => v.PersonId == p.Id && v.State == PersonState.Deceased)), ct)) return false;
        if (message.Kind == MessageKind.Solicitation) return await IsStillAskedAsync(message, ct);
        if (message.VisitId is not { } id || !OnlyWhilePlanned.Contains(message.Kind)) return true;
        return await db.Visits.AnyAsync(v => v.Id == id && v.State == VisitState.Planned, ct);
    }

    /// <summary>The request's version goes up with each question that leaves: one that is answered, filled or ended at the same instant wins or loses whole.</summary>
    private async Task<bool> IsStillAskedAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (message.RequestId is not { } id) return true;
        var request = await db.HelpRequests.SingleAsync(r => r.Id == id, ct);
        if (request.State != RequestState.Open) return false;
        if (message.ProposalId is { } proposal && !await db.Proposals.AnyAsync(p => p.Id == proposal && p.State == ProposalState.Notified, ct)) return false;
        request.Bump();
        return true;
    }
}
