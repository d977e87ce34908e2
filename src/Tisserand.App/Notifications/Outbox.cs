using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Notifications;

/// <summary>What a message is about, and when it may leave.</summary>
/// <param name="Territory">Whose coordinators see it.</param>
/// <param name="Key">Identity of what is said; to one person it is never said twice.</param>
/// <param name="NotBefore">Earliest instant; null = as soon as the hours of its kind allow.</param>
/// <param name="UselessAfter">After this it has no sense any more.</param>
/// <param name="Via">The channel it must take; null = her first.</param>
/// <param name="ByClick">Caused by a click: waits 60 s so that it can be taken back (0 for visits of the day).</param>
public sealed record MessageAbout(
    TerritoryId Territory,
    string Key,
    HelpRequestId? Request = null,
    ProposalId? Proposal = null,
    VisitId? Visit = null,
    Instant? NotBefore = null,
    Instant? UselessAfter = null,
    bool ByClick = false,
    MessageChannel? Via = null);

/// <summary>Writes messages in the transaction that causes them; a job sends them. Nothing is saved here.</summary>
public sealed class Outbox(TisserandDb db, TimeProvider time, IdSource ids, SendingHours hours, Attention attention)
{
    internal static readonly Duration ClickWait = Duration.FromSeconds(60);

    /// <summary>Adds the message on the person's first channel that can carry it. The dead get none; what was already said is not said again.</summary>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> WriteAsync(MessageKind kind, PersonId to, MessageValues values, MessageAbout about, CancellationToken ct)
    {
        if (await IsSaidAsync(about.Key, to, ct) || await IsDeadAsync(to, ct)) return false;
        var person = await PersonAsync(to, ct);
        var now = time.Now();
        var start = await VisitStartAsync(about.Visit, ct);
        var click = about.ByClick && start?.LocalDay() != now.LocalDay() ? ClickWait : Duration.Zero;
        var (channel, address) = about.Via is { } via && ContactChain.AddressFor(person, via, kind) is { } there ? (via, there) : ContactChain.Of(person, kind)[0];
        var leaves = about.NotBefore ?? await hours.EarliestAsync(kind, channel, person, about.Territory, now + click, start, ct);

        var message = new OutgoingMessage(ids.New<OutgoingMessageId>(), about.Territory, to, kind, channel, about.Key, leaves, now);
        message.Concerns(about.Request, about.Proposal, about.Visit, about.UselessAfter);
        await SayAsync(message, person, address, values, now, ct);
        return true;
    }

    /// <summary>The next channel of the person's chain carries what this one could not; false when none is left.</summary>
    public async Task<bool> CarryOnAsync(OutgoingMessage failed, CancellationToken ct)
    {
        if (failed.Content is null || await IsDeadAsync(failed.PersonId, ct)) return false;
        var person = await PersonAsync(failed.PersonId, ct);
        var keys = OutgoingMessage.KeysOf(failed.What, failed.PersonId);
        var tried = await db.OutgoingMessages.Where(m => keys.Contains(m.Key)).Select(m => m.Channel).ToListAsync(ct);
        var chain = ContactChain.Of(person, failed.Kind);
        var next = chain.FirstOrDefault(c => c.Channel != failed.Channel && !tried.Contains(c.Channel));
        if (next == default || (failed.Kind == MessageKind.SignInCode && next.Channel.IsByHand())) return false;      // a code does not wait for a voice

        var now = time.Now();
        var leaves = await hours.EarliestAsync(failed.Kind, next.Channel, person, failed.TerritoryId, now, await VisitStartAsync(failed.VisitId, ct), ct);
        var message = new OutgoingMessage(ids.New<OutgoingMessageId>(), failed.TerritoryId, failed.PersonId, failed.Kind, next.Channel, failed.What, leaves, now);
        message.Concerns(failed.RequestId, failed.ProposalId, failed.VisitId, failed.UselessAfter);
        await SayAsync(message, person, next.Address, MessageContent.Read(failed.Kind, failed.Content), now, ct);
        return true;
    }

    internal static (MessageChannel Channel, string? Address) FirstChannel(Person person) => ContactChain.Of(person)[0];

    private async Task SayAsync(OutgoingMessage message, Person person, string? address, MessageValues values, Instant now, CancellationToken ct)
    {
        var territory = db.Territories.Local.FirstOrDefault(t => t.Id == message.TerritoryId)
            ?? await db.Territories.SingleAsync(t => t.Id == message.TerritoryId, ct);
        var text = MessageText.Compose(values, message.Channel, new Sender(territory.Name, France.FrenchPhone.Shown(territory.Phone)),
            new RequestWords(NeedTypes.Taxonomy.Shipped, person.Language).Culture);
        message.Says(address, text.Subject, text.Body, MessageContent.Write(values));
        db.Add(message);
        if (message.Channel == MessageChannel.Call && address is null)
        {
            await attention.RaiseAsync(message.TerritoryId, AttentionReasons.PersonWithoutNumber, $"no-number/{person.Id.Value:N}", now,
                request: message.RequestId, visit: message.VisitId, ct: ct);
        }
    }

    private async Task<bool> IsSaidAsync(string what, PersonId to, CancellationToken ct)
    {
        var keys = OutgoingMessage.KeysOf(what, to);
        return db.OutgoingMessages.Local.Any(m => keys.Contains(m.Key)) || await db.OutgoingMessages.AnyAsync(m => keys.Contains(m.Key), ct);
    }

    private Task<bool> IsDeadAsync(PersonId who, CancellationToken ct) => db.People.AnyAsync(p => p.Id == who
        && (db.Beneficiaries.Any(b => b.PersonId == who && b.State == PersonState.Deceased) || db.Volunteers.Any(v => v.PersonId == who && v.State == PersonState.Deceased)), ct);

    private async Task<Person> PersonAsync(PersonId id, CancellationToken ct)
    {
        var person = db.People.Local.FirstOrDefault(p => p.Id == id);
        if (person is null) return await db.People.Include(p => p.Contacts).SingleAsync(p => p.Id == id, ct);
        var contacts = db.Entry(person).Collection(p => p.Contacts);
        if (!contacts.IsLoaded && db.Entry(person).State != EntityState.Added) await contacts.LoadAsync(ct);
        return person;
    }

    private async Task<Instant?> VisitStartAsync(VisitId? id, CancellationToken ct) => id is null ? null
        : db.Visits.Local.FirstOrDefault(v => v.Id == id)?.Start ?? await db.Visits.Where(v => v.Id == id).Select(v => (Instant?)v.Start).SingleOrDefaultAsync(ct);
}
