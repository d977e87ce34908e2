using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Notifications;

/// <summary>A message of the demonstration, as the person would hold it in her hand.</summary>
/// <param name="To">Who reads it.</param>
/// <param name="Answers">What she may tap, such as « OUI 47 »; empty when nothing is asked, or no longer.</param>
public sealed record DeliveredMessage(OutgoingMessageId Id, string To, MessageChannel Channel, Instant SentAt, string? Subject, string Body, IReadOnlyList<string> Answers);

/// <param name="Pages">How many pages there are, at least 1.</param>
public sealed record DeliveredMessages(IReadOnlyList<DeliveredMessage> Messages, int Page, int Pages);

/// <summary>Every message that would have left the machine, and the answers to it. Only the demonstration's pages ask for them.</summary>
public sealed class DemonstrationMessages(TisserandDb db, TimeProvider time, OpenQuestions questions, ReceiveReply receive)
{
    private const int OnOnePage = 25;

    /// <summary>The newest first.</summary>
    /// <param name="page">From 1; one that does not exist is the nearest that does.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<DeliveredMessages> ReadAsync(int page, CancellationToken ct)
    {
        var left = db.OutgoingMessages.AsNoTracking().Where(m => m.State == MessageState.Sent && !MessageChannels.ByHand.Contains(m.Channel));
        var pages = Math.Max(1, (await left.CountAsync(ct) + OnOnePage - 1) / OnOnePage);
        page = Math.Clamp(page, 1, pages);
        var messages = await left.OrderByDescending(m => m.SentAt).ThenBy(m => m.Id).Skip((page - 1) * OnOnePage).Take(OnOnePage).ToListAsync(ct);
        var people = messages.Select(m => m.PersonId).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        var open = (await questions.OfAsync(people, time.Now(), ct)).ToLookup(q => q.Person);
        return new DeliveredMessages(
            [.. messages.Select(m => new DeliveredMessage(m.Id, names[m.PersonId], m.Channel, m.SentAt!.Value, m.Subject, m.Body, Answers(m, open[m.PersonId])))],
            page, pages);
    }

    /// <summary>The person writes back by the way the message came.</summary>
    /// <returns>Null when no such message has left.</returns>
    public async Task<ReplyOutcome?> AnswerAsync(OutgoingMessageId id, string text, CancellationToken ct)
    {
        var message = await db.OutgoingMessages.AsNoTracking()
            .Where(m => m.Id == id && m.State == MessageState.Sent && !MessageChannels.ByHand.Contains(m.Channel))
            .Select(m => new { m.PersonId, m.Channel }).SingleOrDefaultAsync(ct);
        return message is null ? null : await receive.RunAsync(message.PersonId, message.Channel, text, ct);
    }

    private static string[] Answers(OutgoingMessage message, IEnumerable<OpenQuestion> open) =>
        open.FirstOrDefault(q => IsAskedBy(q, message)) is not { } question ? []
        : question.Number is { } number ? [$"OUI {number}", $"NON {number}"]
        : ["OUI", "NON"];

    private static bool IsAskedBy(OpenQuestion question, OutgoingMessage message) => (question, message.Kind) switch
    {
        (OpenQuestion.Help help, MessageKind.Solicitation) => help.Proposal == message.ProposalId,
        (OpenQuestion.AfterVisit after, MessageKind.AfterVisitVolunteer or MessageKind.AfterVisitBeneficiary) => after.Visit == message.VisitId,
        (OpenQuestion.Reconfirm again, MessageKind.VisitChanged) => again.Visit == message.VisitId,
        (OpenQuestion.GoOn, MessageKind.SeriesReview) or (OpenQuestion.Return, MessageKind.PauseReturnQuestion) => true,
        (OpenQuestion.Danger danger, MessageKind.DangerAlert) => message.Key.StartsWith(Safety.CallLadder.KeyOf(danger.Alert), StringComparison.Ordinal),
        _ => false,
    };
}
