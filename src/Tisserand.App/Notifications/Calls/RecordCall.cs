using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Notifications.Calls;

/// <summary>What noting a call led to.</summary>
public abstract record RecordCallOutcome
{
    private RecordCallOutcome() { }

    /// <param name="Result">What the yes or no led to; null for other outcomes.</param>
    /// <param name="AgainAt">When it stands on the list again.</param>
    public sealed record Noted(Answered? Result = null, Instant? AgainAt = null) : RecordCallOutcome;

    /// <summary>This call asks for no yes or no.</summary>
    public sealed record AsksNothing : RecordCallOutcome;

    /// <summary>It was noted before, taken back, or lost its reason.</summary>
    public sealed record NotWaiting(MessageState State) : RecordCallOutcome;

    public sealed record NotFound : RecordCallOutcome;

    public sealed record Busy : RecordCallOutcome;
}

/// <summary>A coordinator has called, and says in two keys how it went.</summary>
public sealed class RecordCall(TisserandDb db, TimeProvider time, SendingHours hours, OpenQuestions questions, AnswerQuestion answer, Attention attention)
{
    /// <summary>Calls without an answer after which whoever is on duty decides what to do.</summary>
    public const int MostUnanswered = 4;

    private static readonly Duration TryAgainAfter = Duration.FromHours(2);

    public static bool AsksYesOrNo(MessageKind kind) => kind is MessageKind.Solicitation or MessageKind.AfterVisitVolunteer or MessageKind.AfterVisitBeneficiary
        or MessageKind.VisitChanged or MessageKind.SeriesReview or MessageKind.PauseReturnQuestion;

    /// <param name="territory">The coordinator's territory: another's call does not exist for her.</param>
    /// <param name="id">The call.</param>
    /// <param name="outcome">How it went; a letter that was posted is <see cref="CallOutcome.Reached"/>.</param>
    /// <param name="callAgainAt">When she asked to be called back; null = in two hours, within telephone hours.</param>
    /// <param name="by">The coordinator.</param>
    /// <param name="ct">Stops between its steps; each is whole.</param>
    public async Task<RecordCallOutcome> RunAsync(TerritoryId territory, OutgoingMessageId id, CallOutcome outcome, Instant? callAgainAt, Actor by, CancellationToken ct)
    {
        var call = await db.OutgoingMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.TerritoryId == territory, ct);
        if (call is null || !call.Channel.IsByHand()) return new RecordCallOutcome.NotFound();
        if (!call.IsWaiting) return new RecordCallOutcome.NotWaiting(call.State);
        if (outcome is not (CallOutcome.SaidYes or CallOutcome.SaidNo)) return await NoteAsync(id, outcome, callAgainAt, null, by, ct);
        if (!AsksYesOrNo(call.Kind)) return new RecordCallOutcome.AsksNothing();

        // The answer first: were the machine to stop here, the call would still stand on the list, and the answer be known as given.
        var result = await QuestionAsync(call, ct) is { } question
            ? await answer.RunAsync(question, outcome == CallOutcome.SaidYes, words: null, by, ct)
            : new Answered.AlreadyAnswered();
        db.ChangeTracker.Clear();
        return result is Answered.Busy ? new RecordCallOutcome.Busy() : await NoteAsync(id, outcome, null, result, by, ct);
    }

    private async Task<OpenQuestion?> QuestionAsync(OutgoingMessage call, CancellationToken ct)
    {
        var open = await questions.OfAsync([call.PersonId], time.Now(), ct);
        return call.Kind switch
        {
            MessageKind.Solicitation when call.ProposalId is { } proposal => await db.Proposals.Where(p => p.Id == proposal)
                .Select(p => new OpenQuestion.Help(call.PersonId, p.ShortCode, "", "", p.Id, p.VolunteerId, true)).SingleOrDefaultAsync(ct),
            MessageKind.AfterVisitVolunteer or MessageKind.AfterVisitBeneficiary => open.OfType<OpenQuestion.AfterVisit>().FirstOrDefault(q => q.Visit == call.VisitId),
            MessageKind.VisitChanged => open.OfType<OpenQuestion.Reconfirm>().FirstOrDefault(q => q.Visit == call.VisitId),
            MessageKind.SeriesReview => open.OfType<OpenQuestion.GoOn>().FirstOrDefault(q => call.Key.StartsWith($"series-review/{q.Series.Value:N}/", StringComparison.Ordinal)),
            MessageKind.PauseReturnQuestion => open.OfType<OpenQuestion.Return>().FirstOrDefault(),
            _ => null,
        };
    }

    private Task<RecordCallOutcome> NoteAsync(OutgoingMessageId id, CallOutcome outcome, Instant? callAgainAt, Answered? result, Actor by, CancellationToken ct) =>
        db.DecideAsync<RecordCallOutcome>(async () =>
        {
            var call = await db.OutgoingMessages.SingleAsync(m => m.Id == id, ct);
            if (!call.IsWaiting) return new RecordCallOutcome.NotWaiting(call.State);
            var now = time.Now();
            Instant? again = null;
            if (outcome is CallOutcome.NoAnswer or CallOutcome.CallBack)
            {
                var person = await db.People.Include(p => p.Contacts).SingleAsync(p => p.Id == call.PersonId, ct);
                again = callAgainAt > now ? callAgainAt : await hours.EarliestAsync(call.Kind, call.Channel, person, call.TerritoryId, now + TryAgainAfter, await StartAsync(call, ct), ct);
            }

            call.WasCalled(outcome, now, again);
            if (outcome == CallOutcome.NoAnswer && call.Attempts >= MostUnanswered)
                await attention.RaiseAsync(call.TerritoryId, AttentionReasons.CallUnanswered, KeyOf(id), now, call.RequestId, call.VisitId, ct: ct);
            else if (again is null)
                await attention.SettleAsync(KeyOf(id), now, ct);
            if (result is Answered.Planned planned) await SaidAtOnceAsync(call, planned.Visit, now, ct);
            db.Add(new AuditLine("call", "message", id.Value, $"{call.Kind} {outcome}", by, now));
            return new RecordCallOutcome.Noted(result, again);
        }, () => new RecordCallOutcome.Busy(), ct);

    /// <summary>She said yes on the telephone: that it is agreed needs no second call.</summary>
    private async Task SaidAtOnceAsync(OutgoingMessage call, VisitId visit, Instant now, CancellationToken ct)
    {
        foreach (var agreed in await db.OutgoingMessages.Where(m => m.PersonId == call.PersonId && m.VisitId == visit && m.Kind == MessageKind.VisitAgreedVolunteer
                     && m.State == MessageState.Waiting && m.Channel == MessageChannel.Call).ToListAsync(ct))
        {
            agreed.WasCalled(CallOutcome.Reached, now, null);
        }
    }

    private Task<Instant?> StartAsync(OutgoingMessage call, CancellationToken ct) =>
        db.Visits.Where(v => v.Id == call.VisitId).Select(v => (Instant?)v.Start).SingleOrDefaultAsync(ct);

    private static string KeyOf(OutgoingMessageId id) => $"unanswered/{id.Value:N}";
}
