using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Notifications;

/// <summary>What a message is about, and when it may leave.</summary>
/// <param name="Territory">Whose coordinators see it.</param>
/// <param name="Key">Identity of what is said; with person and channel it is never said twice.</param>
/// <param name="NotBefore">Earliest instant; null = as soon as the hours of its kind allow.</param>
/// <param name="UselessAfter">After this it has no sense any more.</param>
/// <param name="ByClick">Caused by a click: waits 60 s so that it can be taken back (0 for visits of the day).</param>
public sealed record MessageAbout(
    TerritoryId Territory,
    string Key,
    HelpRequestId? Request = null,
    ProposalId? Proposal = null,
    VisitId? Visit = null,
    Instant? NotBefore = null,
    Instant? UselessAfter = null,
    bool ByClick = false);

/// <summary>Writes messages in the transaction that causes them; a job sends them.</summary>
public sealed class Outbox(TisserandDb db, TimeProvider time, IdSource ids)
{
    private static readonly Duration ClickWait = Duration.FromSeconds(60);

    /// <summary>Adds the message on the person's first channel that can carry it; nothing is saved here.</summary>
    public async Task WriteAsync(MessageKind kind, PersonId to, MessageValues values, MessageAbout about, CancellationToken ct)
    {
        var person = db.People.Local.FirstOrDefault(p => p.Id == to)
            ?? await db.People.Include(p => p.Contacts).SingleAsync(p => p.Id == to, ct);
        var territory = db.Territories.Local.FirstOrDefault(t => t.Id == about.Territory)
            ?? await db.Territories.SingleAsync(t => t.Id == about.Territory, ct);

        var now = time.Now();
        var (channel, address) = FirstChannel(person);
        var notBefore = about.NotBefore ?? (about.ByClick ? now + ClickWait : now);
        var message = new OutgoingMessage(ids.New<OutgoingMessageId>(), about.Territory, to, kind, channel, about.Key, notBefore, now);
        var text = MessageText.Compose(values, channel, new Sender(territory.Name, NationalOf(territory.Phone)), new RequestWords(NeedTypes.Taxonomy.Shipped, person.Language).Culture);
        message.Says(address, text.Subject, text.Body);
        message.Concerns(about.Request, about.Proposal, about.Visit, about.UselessAfter);
        db.Add(message);
    }

    internal static (MessageChannel Channel, string? Address) FirstChannel(Person person)
    {
        foreach (var channel in person.Channels)
        {
            if (channel == "sms" && !person.NoSms && person.Contacts.FirstOrDefault(c => c.Kind == ContactKind.Mobile) is { } mobile)
                return (MessageChannel.Sms, mobile.Value);
            if (channel == "email" && person.Contacts.FirstOrDefault(c => c.Kind == ContactKind.Email) is { } email)
                return (MessageChannel.Email, email.Value);
            if (channel == "call" && !person.InWritingOnly && person.Contacts.FirstOrDefault(c => c.Kind != ContactKind.Email) is { } number)
                return (MessageChannel.Call, number.Value);
        }

        return (MessageChannel.Call, person.Contacts.FirstOrDefault(c => c.Kind != ContactKind.Email)?.Value);
    }

    private static string NationalOf(string phone) => France.FrenchPhone.TryParse(phone, out var read) ? read.National : phone;
}
