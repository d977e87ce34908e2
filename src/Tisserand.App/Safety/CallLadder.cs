using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Safety;

/// <summary>Climbs the ladder of one alert: those on duty or on call, then whoever else is on call one day, then every coordinator of the territory,
/// each on every channel she has. In the caller's transaction; nothing is saved here.</summary>
public sealed class CallLadder(TisserandDb db, DutyRoster roster, AlertContacts contacts, Outbox outbox, PublicAddress site)
{
    public async Task StepAsync(DangerAlert alert, Instant now, CancellationToken ct)
    {
        if (!alert.IsWaiting) return;
        var ladder = await OrderAsync(alert.TerritoryId, now, ct);
        switch (LadderStep.Next(ladder, alert.Called, alert.Rounds, LadderOptions.Shipped))
        {
            case LadderStep.Call call:
                await CallAsync(alert, call.Who, now, ct);
                alert.HasCalled(call.Who, now + call.NextAfter);
                break;
            case LadderStep.BeginAgain again:
                alert.BeginsAgain(now + again.After);
                break;
            case LadderStep.Nobody nobody:
                alert.CallsNextAt(now + nobody.After);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Who is called, in order; accounts that are suspended are passed over.</summary>
    public async Task<IReadOnlyList<AccountId>> OrderAsync(TerritoryId territory, Instant now, CancellationToken ct)
    {
        var first = await roster.OnDutyAsync(territory, now, ct);
        var onCall = await db.DutyShifts.Where(s => s.TerritoryId == territory && s.Kind == DutyKind.OnCall).OrderBy(s => s.Id).Select(s => s.AccountId).ToListAsync(ct);
        var open = (await db.Accounts.AsNoTracking().Where(a => a.Role == Role.Coordinator && !a.IsSuspended).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).ToListAsync(ct))
            .Where(a => a.Territories.Contains(territory)).Select(a => a.Id).ToList();
        return [.. first.Concat(onCall).Concat(open).Distinct().Where(open.Contains)];
    }

    /// <summary>How the keys of all its messages to those on call begin.</summary>
    internal static string KeyOf(DangerAlertId id) => $"danger/{id.Value:N}/";

    private async Task CallAsync(DangerAlert alert, AccountId who, Instant now, CancellationToken ct)
    {
        var sheet = await contacts.OfAsync(who, alert.TerritoryId, ct);
        var writer = alert.PersonId is { } person ? await db.People.AsNoTracking().Include(p => p.Contacts).SingleOrDefaultAsync(p => p.Id == person, ct) : null;
        var english = sheet.Language == "en";
        var language = CultureInfo.GetCultureInfo(english ? "en-GB" : "fr-FR");
        var values = new MessageValues.DangerAlert(QuestionNumbers.Of(alert.Id), string.IsNullOrWhiteSpace(writer?.FirstName) ? null : new ShortName(writer!.FirstName, writer.LastName),
            writer?.Contacts.Where(c => c.Kind != People.ContactKind.Email)
                .MaxBy(c => alert.Source == DangerSource.Sms && c.Kind == People.ContactKind.Mobile)?.Value is { } number ? FrenchPhone.Shown(number) : null,
            DangerSentences.ThemeName(alert.Theme, language), english ? EnglishText.Time(alert.RaisedAt.Local().TimeOfDay) : FrenchText.Time(alert.RaisedAt.Local().TimeOfDay),
            site.Alert(alert.Id));
        foreach (var (channel, address) in ContactChain.Of(sheet, MessageKind.DangerAlert).Where(c => !c.Channel.IsByHand() && c.Address is not null))
        {
            await outbox.WriteAsync(MessageKind.DangerAlert, sheet.Id, values,
                new MessageAbout(alert.TerritoryId, $"{KeyOf(alert.Id)}{alert.Rounds}/{channel}", NotBefore: now, Via: channel), ct);
        }
    }
}

/// <summary>The next person on call is called where nobody has an alert in hand.</summary>
public sealed class DangerAlertsDue(TisserandDb db, CallLadder ladder)
{
    private const int AtOnce = 100;

    public async Task RunDueAsync(Instant now, CancellationToken ct)
    {
        var due = await db.DangerAlerts.Where(a => a.NextStepAt <= now && a.TakenAt == null && a.EndedAt == null)
            .OrderBy(a => a.NextStepAt).ThenBy(a => a.Id).Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            await db.DecideAsync(async () =>
            {
                var alert = await db.DangerAlerts.SingleAsync(a => a.Id == id, ct);
                if (alert.NextStepAt > now) return false;
                await ladder.StepAsync(alert, now, ct);
                return true;
            }, ct);
        }
    }
}
