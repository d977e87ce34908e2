using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Beneficiaries;

/// <summary>Pauses begin on their first day; on the day of return she is asked whether her visits start again, and whoever is on duty sees it.</summary>
public sealed class ReturnsDue(TisserandDb db, Outbox outbox, Attention attention)
{
    public async Task RunDueAsync(Instant now, CancellationToken ct)
    {
        var today = now.LocalDay();
        var due = await db.Set<BeneficiaryPause>().Where(p => p.EndedAt == null && p.From <= today && p.ReturnAskedAt == null)
            .Where(p => p.Until < today || db.Beneficiaries.Any(b => b.Id == p.BeneficiaryId && b.State == PersonState.Active))
            .Select(p => p.BeneficiaryId).Distinct().OrderBy(id => id).ToListAsync(ct);
        foreach (var id in due)
        {
            await db.DecideAsync(() => LookAsync(id, now, ct), ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> LookAsync(BeneficiaryId id, Instant now, CancellationToken ct)
    {
        var today = now.LocalDay();
        var beneficiary = await db.Beneficiaries.Include(b => b.Pauses).Include(b => b.Person).ThenInclude(p => p.Contacts).AsSplitQuery().SingleAsync(b => b.Id == id, ct);
        if (beneficiary.State is PersonState.Left or PersonState.Deceased) return false;
        foreach (var pause in beneficiary.Pauses.Where(p => p.EndedAt is null && p.From <= today && p.ReturnAskedAt is null))
        {
            if (beneficiary.MoveTo(PersonState.Paused, now)) db.Add(new AuditLine("pause", "beneficiary", id.Value, "Begins", Actor.Machine, now));
            if (pause.Until is { } last && last < today) await AskAsync(beneficiary, pause, last.PlusDays(1), now, ct);
        }

        return true;
    }

    private async Task AskAsync(Beneficiary beneficiary, BeneficiaryPause pause, LocalDate returns, Instant now, CancellationToken ct)
    {
        pause.ReturnAsked(now);
        var day = beneficiary.Person.Language == "en" ? EnglishText.Date(returns, withYear: false) : FrenchText.Date(returns, withYear: false);
        await outbox.WriteAsync(MessageKind.PauseReturnQuestion, beneficiary.PersonId,
            new MessageValues.PauseReturnQuestion(QuestionNumbers.Of(pause.Id), day, Link: null),
            new MessageAbout(beneficiary.TerritoryId, $"pause-return/{pause.Id.Value:N}/{returns:yyyyMMdd}"), ct);
        await attention.RaiseAsync(beneficiary.TerritoryId, AttentionReasons.PauseReturn, KeyOf(pause.Id), now, beneficiary: beneficiary.Id, ct: ct);
        db.Add(new AuditLine("ask_return", "beneficiary", beneficiary.Id.Value, "Asked", Actor.Machine, now));
    }

    internal static string KeyOf(BeneficiaryPauseId pause) => $"pause-return/{pause.Value:N}";
}
