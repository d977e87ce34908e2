using Microsoft.EntityFrameworkCore;
using Tisserand.App.Accounts;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Safety;

/// <summary>What somebody on call answers to an alert. Of alerts of territories that are not hers, nothing is known to her.</summary>
public abstract record AlertOutcome
{
    private AlertOutcome() { }

    public sealed record Done : AlertOutcome;

    /// <summary>Somebody had it in hand already, or it has ended.</summary>
    public sealed record AlreadyTaken : AlertOutcome;

    public sealed record NotFound : AlertOutcome;

    public sealed record Busy : AlertOutcome;
}

/// <summary>« Je m'en occupe » stops the ladder; « pas moi » calls the next at once; in the end one says how it went.</summary>
public sealed class AnswerAlert(TisserandDb db, TimeProvider time, CallLadder ladder, Attention attention)
{
    public Task<AlertOutcome> TakeAsync(DangerAlertId id, IReadOnlyList<TerritoryId> territories, AccountId by, CancellationToken ct) =>
        DecideAsync(id, territories, by, "danger-taken", alert => Task.FromResult(alert.TakeInHand(by, time.Now())), ct);

    public Task<AlertOutcome> CannotAsync(DangerAlertId id, IReadOnlyList<TerritoryId> territories, AccountId by, CancellationToken ct) =>
        DecideAsync(id, territories, by, "danger-passed", async alert =>
        {
            if (!alert.IsWaiting) return false;
            await ladder.StepAsync(alert, time.Now(), ct);
            return true;
        }, ct);

    public Task<AlertOutcome> FinishAsync(DangerAlertId id, IReadOnlyList<TerritoryId> territories, DangerEnd how, AccountId by, CancellationToken ct) =>
        DecideAsync(id, territories, by, "danger-ended", async alert =>
        {
            if (!alert.Finish(how, by, time.Now())) return false;
            await attention.SettleAsync(RaiseDanger.KeyOf(id), time.Now(), ct);
            if (alert.IncomingMessageId is { } message && await db.IncomingMessages.SingleOrDefaultAsync(m => m.Id == message, ct) is { HandledAt: null } kept)
            {
                kept.Handled(time.Now());
                await attention.SettleAsync(RepliesToRead.KeyOf(message), time.Now(), ct);
            }
            return true;
        }, ct);

    private Task<AlertOutcome> DecideAsync(DangerAlertId id, IReadOnlyList<TerritoryId> territories, AccountId by, string act, Func<DangerAlert, Task<bool>> decide, CancellationToken ct) =>
        db.DecideAsync<AlertOutcome>(async () =>
        {
            if (await db.DangerAlerts.SingleOrDefaultAsync(a => a.Id == id && territories.Contains(a.TerritoryId), ct) is not { } alert) return new AlertOutcome.NotFound();
            if (!await decide(alert)) return new AlertOutcome.AlreadyTaken();
            db.Add(new AuditLine(act, "alert", id.Value, alert.End?.ToString() ?? "Answered", Actor.Of(by), time.Now()));
            return new AlertOutcome.Done();
        }, () => new AlertOutcome.Busy(), ct);
}
