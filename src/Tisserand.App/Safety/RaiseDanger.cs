using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.App.Safety;

/// <summary>Words that came in, and by which way.</summary>
public sealed record IncomingWords(TerritoryId Territory, PersonId? Person, DangerSource Source, string Text);

/// <summary>Reads words for danger by rules alone. Where there is one: a fixed text answers at once on the same channel, those on call are called,
/// and the matter stands on the list of whoever is on duty. In the caller's transaction; nothing is saved here.</summary>
public sealed class RaiseDanger(TisserandDb db, IdSource ids, DutyRoster roster, DangerAnswers answers, CallLadder ladder, Outbox outbox, Attention attention)
{
    private const int DaysAhead = 14;

    /// <returns>The alert; null when the words tell of no danger.</returns>
    public async Task<DangerAlert?> ReadAsync(IncomingWords words, Instant now, CancellationToken ct)
    {
        var found = ReadDanger.In(ReadText.From(words.Text));
        if (found.Level == DangerLevel.None) return null;

        var alert = new DangerAlert(ids.New<DangerAlertId>(), words.Territory, words.Person, words.Source, words.Text, found.Theme, now);
        db.Add(alert);
        db.Add(new AuditLine("danger", "alert", alert.Id.Value, words.Source.ToString(), Actor.Machine, now));
        if (words.Person is { } person && ChannelOf(words.Source) is { } channel)
        {
            var language = await db.People.Where(p => p.Id == person).Select(p => p.Language).SingleOrDefaultAsync(ct) ?? "fr";
            await outbox.WriteAsync(MessageKind.DangerAnswer, person, new MessageValues.DangerAnswer(await AnswerAsync(words.Territory, found.Theme, language, now, ct)),
                new MessageAbout(words.Territory, $"danger-answer/{alert.Id.Value:N}", NotBefore: now, Via: channel), ct);
        }

        var beneficiary = await db.Beneficiaries.Where(b => words.Person != null && b.PersonId == words.Person).Select(b => (Beneficiaries.BeneficiaryId?)b.Id).FirstOrDefaultAsync(ct);
        var volunteer = beneficiary is null ? await db.Volunteers.Where(v => words.Person != null && v.PersonId == words.Person).Select(v => (Volunteers.VolunteerId?)v.Id).FirstOrDefaultAsync(ct) : null;
        await attention.RaiseAsync(words.Territory, AttentionReasons.Danger, KeyOf(alert.Id), now, beneficiary: beneficiary, volunteer: volunteer, ct: ct);
        await ladder.StepAsync(alert, now, ct);
        return alert;
    }

    /// <summary>The fixed text for a screen or a message, with who calls back and when.</summary>
    public async Task<string> AnswerAsync(TerritoryId territory, string? theme, string language, Instant now, CancellationToken ct)
    {
        var sentences = await answers.InForceAsync(ct);
        var isWatched = (await roster.OnDutyAsync(territory, now, ct)).Count > 0;
        return sentences.Answer(theme, language, isWatched, isWatched ? null : await NextMomentAsync(territory, language, now, ct));
    }

    internal static string KeyOf(DangerAlertId id) => $"danger/{id.Value:N}";

    /// <summary>When somebody is on duty next, as it is said; null when the roster says nothing of it.</summary>
    private async Task<string?> NextMomentAsync(TerritoryId territory, string language, Instant now, CancellationToken ct)
    {
        var today = now.LocalDay();
        var hours = await roster.HoursAsync(territory, today, today.PlusDays(DaysAhead), ct);
        var next = hours.Where(h => h.Start > now).Select(h => (Instant?)h.Start).Min();
        return next is not { } start ? null : language == "en" ? EnglishText.DateTime(start.Local()) : FrenchText.DateTime(start.Local());
    }

    private static MessageChannel? ChannelOf(DangerSource source) => source switch
    {
        DangerSource.Sms => MessageChannel.Sms,
        DangerSource.Email => MessageChannel.Email,
        _ => null,                                                  // answered on the page itself
    };
}
