using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Accounts;

public enum AskCodeOutcome
{
    /// <summary>If the address is a volunteer's, a message is on its way. Nobody is told whether it is.</summary>
    OnItsWay,

    /// <summary>Neither an e-mail address nor a telephone number.</summary>
    Unreadable,

    /// <summary>A landline: no message can reach it.</summary>
    CannotReceive,
}

/// <summary>A volunteer asks for a way in: one message with a link and a six-digit code, for a quarter of an hour.</summary>
/// <remarks>A couple may share an address: each of them gets a message of her own.</remarks>
public sealed class AskSignInCode(TisserandDb db, IdSource ids, TimeProvider time)
{
    private const int MostAnHour = 3;
    internal static readonly Duration Valid = Duration.FromMinutes(15);

    /// <param name="contact">E-mail address or mobile number, as typed.</param>
    /// <param name="linkOf">The address of the page that confirms, for a secret.</param>
    public async Task<AskCodeOutcome> RunAsync(string contact, Func<string, Uri> linkOf, CancellationToken ct)
    {
        if (Contact.Read(contact) is not { } way) return AskCodeOutcome.Unreadable;
        if (way.Channel is not { } channel) return AskCodeOutcome.CannotReceive;

        return await db.DecideAsync(async () =>
        {
            var now = time.Now();
            foreach (var person in await Contact.VolunteersAsync(db, way.Value, ct))
            {
                var sinceAnHour = now + Valid - Duration.FromHours(1);
                if (await db.SignInTokens.CountAsync(t => t.PersonId == person.Id && t.ExpiresAt > sinceAnHour, ct) >= MostAnHour) continue;
                var territory = await db.Territories.SingleAsync(t => t.Id == person.TerritoryId, ct);
                Write(person, territory, channel, way.Value, linkOf, now);
            }
            return AskCodeOutcome.OnItsWay;
        }, ct);
    }

    private void Write(Person person, Territory territory, MessageChannel channel, string address, Func<string, Uri> linkOf, Instant now)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var id = ids.New<SignInTokenId>();
        db.Add(new SignInToken(id, person.Id, SignInSecrets.OfLink(db.Keys, secret), SignInSecrets.OfCode(db.Keys, id, code), now + Valid));

        var message = new OutgoingMessage(ids.New<OutgoingMessageId>(), territory.Id, person.Id, MessageKind.SignInCode, channel, $"sign-in/{id.Value:N}", now, now);
        var phone = FrenchPhone.Shown(territory.Phone);
        var text = MessageText.Compose(new MessageValues.SignInCode(code, (int)Valid.TotalMinutes, linkOf(secret)), channel,
            new Sender(territory.Name, phone), CultureInfo.GetCultureInfo(person.Language == "en" ? "en-GB" : "fr-FR"));
        message.Says(address, text.Subject, text.Body);
        message.Concerns(null, null, null, uselessAfter: now + Valid);
        db.Add(message);
    }
}

/// <summary>How the two secrets of a message are kept: keyed hashes, since six digits alone are soon tried.</summary>
internal static class SignInSecrets
{
    public static byte[] OfLink(KeyRing keys, string secret) => keys.IndexOf("sign-in-link/" + secret);

    public static byte[] OfCode(KeyRing keys, SignInTokenId id, string code) => keys.IndexOf($"sign-in-code/{id.Value:N}/{code}");
}

/// <summary>An e-mail address or a number somebody typed to be recognised by.</summary>
/// <param name="Channel">What reaches it; null for a landline.</param>
internal sealed record Contact(string Value, MessageChannel? Channel)
{
    public static Contact? Read(string typed)
    {
        if (typed.Contains('@', StringComparison.Ordinal))
        {
            var plain = EmailAddress.Plain(typed);
            return EmailAddress.IsPlausible(plain) ? new Contact(plain, MessageChannel.Email) : null;
        }
        return FrenchPhone.TryParse(typed, out var phone) ? new Contact(phone.E164, phone.IsMobile ? MessageChannel.Sms : null) : null;
    }

    /// <summary>The volunteers it belongs to; those who left are none any more.</summary>
    public static Task<List<Person>> VolunteersAsync(TisserandDb db, string value, CancellationToken ct)
    {
        var index = db.Keys.IndexOf(value);
        return db.Volunteers.Where(v => v.State == PersonState.Active || v.State == PersonState.Paused || v.State == PersonState.Candidate)
            .Where(v => db.ContactPoints.Any(c => c.PersonId == v.PersonId && c.Index == index))
            .Select(v => v.Person).OrderBy(p => p.Id).Take(6).ToListAsync(ct);
    }
}
