using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Safety;

/// <summary>What opening or closing the intake of written words led to.</summary>
public abstract record TextIntakeOutcome
{
    private TextIntakeOutcome() { }

    public sealed record Done : TextIntakeOutcome;

    /// <summary>The answers to a danger have not been read and approved.</summary>
    public sealed record AnswersNotApproved : TextIntakeOutcome;

    /// <summary>Nobody is on call, and it was not accepted that each answer says when somebody reads next.</summary>
    public sealed record NobodyOnCall : TextIntakeOutcome;

    public sealed record NotFound : TextIntakeOutcome;

    public sealed record Busy : TextIntakeOutcome;
}

/// <summary>Lets what people write become requests. Whoever opens that door answers for what comes through it: the answers to a danger are approved,
/// and either somebody is on call, or each answer says before when nobody reads.</summary>
public sealed class TextIntake(TisserandDb db, TimeProvider time, DangerAnswers answers)
{
    public Task<TextIntakeOutcome> OpenAsync(TerritoryId id, bool saysWhenRead, Actor by, CancellationToken ct) => db.DecideAsync<TextIntakeOutcome>(async () =>
    {
        if (await db.Territories.SingleOrDefaultAsync(t => t.Id == id, ct) is not { } territory) return new TextIntakeOutcome.NotFound();
        if (!(await answers.InForceAsync(ct)).IsApproved) return new TextIntakeOutcome.AnswersNotApproved();
        if (!saysWhenRead && !await db.DutyShifts.AnyAsync(s => s.TerritoryId == id && s.Kind == DutyKind.OnCall, ct)) return new TextIntakeOutcome.NobodyOnCall();
        territory.OpenToTexts(true);
        db.Add(new AuditLine("text-intake", "territory", id.Value, saysWhenRead ? "OpenSayingWhen" : "OpenOnCall", by, time.Now()));
        return new TextIntakeOutcome.Done();
    }, () => new TextIntakeOutcome.Busy(), ct);

    public Task<TextIntakeOutcome> CloseAsync(TerritoryId id, Actor by, CancellationToken ct) => db.DecideAsync<TextIntakeOutcome>(async () =>
    {
        if (await db.Territories.SingleOrDefaultAsync(t => t.Id == id, ct) is not { } territory) return new TextIntakeOutcome.NotFound();
        territory.OpenToTexts(false);
        db.Add(new AuditLine("text-intake", "territory", id.Value, "Closed", by, time.Now()));
        return new TextIntakeOutcome.Done();
    }, () => new TextIntakeOutcome.Busy(), ct);
}
