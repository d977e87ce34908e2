using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Notifications;

public enum TakeBackOutcome { TakenBack, TooLate, NotFound, Busy }

/// <summary>Undo rather than "êtes-vous sûr": a message that has not begun to leave is taken back; who was to be asked counts as not asked.</summary>
public sealed class TakeBackMessage(TisserandDb db, TimeProvider time)
{
    public Task<TakeBackOutcome> RunAsync(TerritoryId territory, OutgoingMessageId id, Actor by, CancellationToken ct) => db.DecideAsync(async () =>
    {
        if (await db.OutgoingMessages.SingleOrDefaultAsync(m => m.Id == id && m.TerritoryId == territory, ct) is not { } message) return TakeBackOutcome.NotFound;
        var now = time.Now();
        if (!message.MayBeTakenBack(now) || !message.TakeBack()) return TakeBackOutcome.TooLate;
        if (message.Kind == MessageKind.Solicitation && message.ProposalId is { } asked
            && await db.Proposals.Include(p => p.Request).SingleOrDefaultAsync(p => p.Id == asked && p.State == ProposalState.Notified, ct) is { } proposal)
        {
            proposal.Withdraw();
            if (proposal.Request.State == RequestState.Open) proposal.Request.LookAgainAt(now);
        }

        db.Add(new AuditLine("take_back", "message", id.Value, message.Kind.ToString(), by, now));
        return TakeBackOutcome.TakenBack;
    }, () => TakeBackOutcome.Busy, ct);
}

/// <summary>One message about a request, and where it stands.</summary>
/// <param name="LeavesAt">When it is tried next, or may be called; null once it is over.</param>
/// <param name="Failure">Code of the last failure.</param>
/// <param name="MayTakeBack">Nothing of it has left, and it cannot be leaving yet.</param>
/// <param name="MayCorrect">It has left, or may be leaving.</param>
public sealed record RequestMessage(
    OutgoingMessageId Id, MessageKind Kind, MessageChannel Channel, string To, MessageState State, CallOutcome Call, Instant WrittenAt, Instant? LeavesAt, Instant? SentAt,
    int Attempts, string? Failure, bool MayTakeBack, bool MayCorrect);

/// <summary>Every message about a request, newest first: who was told or asked what, how, and whether it arrived.</summary>
public sealed class MessagesOfRequest(TisserandDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<RequestMessage>> ReadAsync(HelpRequestId request, CancellationToken ct)
    {
        var now = time.Now();
        var rows = await (
            from m in db.OutgoingMessages.AsNoTracking()
            where m.RequestId == request
            join p in db.People on m.PersonId equals p.Id
            orderby m.CreatedAt descending, m.Id
            select new { m.Id, m.Kind, m.Channel, p.FirstName, p.LastName, m.State, m.CallOutcome, m.CreatedAt, m.NotBefore, m.NextTryAt, m.SentAt, m.Attempts, m.FailureCode }).Take(300).ToListAsync(ct);
        return [.. rows.Select(r => new RequestMessage(r.Id, r.Kind, r.Channel, $"{r.FirstName} {r.LastName}".Trim(), r.State, r.CallOutcome, r.CreatedAt,
            r.State == MessageState.Waiting ? r.NextTryAt : null, r.SentAt, r.Attempts, r.FailureCode, r.State == MessageState.Waiting && r.Attempts == 0 && now < OutgoingMessage.MayBeTakenBackUntil(r.CreatedAt, r.NotBefore),
            OutgoingMessage.MayBeCorrected(r.Kind, r.State, r.CreatedAt, r.NotBefore, r.Attempts, now)))];
    }
}
