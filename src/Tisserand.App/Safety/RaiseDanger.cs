using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Language;

namespace Tisserand.App.Safety;

/// <summary>Words that came in, and by which way.</summary>
public sealed record IncomingWords(TerritoryId Territory, PersonId? Person, DangerSource Source, string Text);

/// <summary>Reads words for danger by rules alone. Where there is one: a fixed text answers at once on the same channel, those on call are called,
/// and the matter stands on the list of whoever is on duty. In the caller's transaction; nothing is saved here.</summary>
public sealed class RaiseDanger(TisserandDb db, IdSource ids, DutyRoster roster, DangerAnswers answers, CallLadder ladder, Outbox outbox, Attention attention)
{
    /// <summary>Whether words tell of a danger; asks nothing of the database.</summary>
    public static bool Rings(string text) => ReadDanger.In(ReadText.From(text)).Level != DangerLevel.None;

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
        return sentences.Answer(theme, language, isWatched, isWatched ? null : await roster.NextMomentAsync(territory, language, now, ct));
    }

    internal static string KeyOf(DangerAlertId id) => $"danger/{id.Value:N}";

    private static MessageChannel? ChannelOf(DangerSource source) => source switch
    {
        DangerSource.Sms => MessageChannel.Sms,
        DangerSource.Email => MessageChannel.Email,
        _ => null,                                                  // answered on the page itself
    };
}
