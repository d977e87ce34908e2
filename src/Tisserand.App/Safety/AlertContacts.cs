using Microsoft.EntityFrameworkCore;
using Tisserand.App.Accounts;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Safety;

/// <summary>By which numbers somebody on call is reached: her account's e-mail address, and her mobile when she has given it.</summary>
public sealed class AlertContacts(TisserandDb db, TimeProvider time, IdSource ids)
{
    /// <summary>The contact sheet behind an account, opened at need. Nothing is saved here.</summary>
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    public async Task<Person> OfAsync(AccountId id, TerritoryId territory, CancellationToken ct)
    {
        var account = db.Accounts.Local.FirstOrDefault(a => a.Id == id) ?? await db.Accounts.SingleAsync(a => a.Id == id, ct);
        if (account.PersonId is { } known)
            return db.People.Local.FirstOrDefault(p => p.Id == known) ?? await db.People.Include(p => p.Contacts).SingleAsync(p => p.Id == known, ct);

        var person = new Person(ids.New<PersonId>(), territory, "", account.Name);
        person.HasContacts([new ContactPoint(ids.New<ContactPointId>(), person.Id, ContactKind.Email, account.Email, db.Keys)]);
        person.IsReached(["sms", "email"], inWritingOnly: false, letItRingLong: false, bestHours: null, speakTo: null);
        db.Add(person);
        account.IsReachedAs(person.Id);
        return person;
    }

    /// <returns>Her mobile as it is dialled; null when she has given none.</returns>
    public async Task<string?> MobileAsync(AccountId id, CancellationToken ct)
    {
        var person = await db.Accounts.Where(a => a.Id == id).Select(a => a.PersonId).SingleOrDefaultAsync(ct);
        var mobile = await db.ContactPoints.AsNoTracking().Where(c => c.PersonId == person && c.Kind == ContactKind.Mobile).OrderBy(c => c.Id).Select(c => c.Value).FirstOrDefaultAsync(ct);
        return mobile is null ? null : FrenchPhone.Shown(mobile);
    }

    /// <summary>She gives her mobile, or takes it away with an empty one.</summary>
    /// <returns>False when it is no mobile number.</returns>
    public async Task<bool> SetMobileAsync(AccountId id, TerritoryId territory, string? mobile, Actor by, CancellationToken ct)
    {
        FrenchPhone? phone = null;
        if (!string.IsNullOrWhiteSpace(mobile) && !(FrenchPhone.TryParse(mobile, out phone) && phone.IsMobile)) return false;
        return await db.DecideAsync(async () =>
        {
            var person = await OfAsync(id, territory, ct);
            var kept = person.Contacts.Where(c => c.Kind == ContactKind.Email).ToList();
            person.HasContacts(phone is null ? kept : [new ContactPoint(ids.New<ContactPointId>(), person.Id, ContactKind.Mobile, phone.E164, db.Keys), .. kept]);
            db.Add(new AuditLine("alert-contact", "account", id.Value, phone is null ? "Removed" : "Given", by, time.Now()));
            return true;
        }, ct);
    }
}
