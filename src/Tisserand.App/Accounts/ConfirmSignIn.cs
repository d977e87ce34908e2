using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Accounts;

/// <summary>A volunteer whom a link or a code has let in.</summary>
public sealed record VolunteerSession(VolunteerId Volunteer, PersonId Person, TerritoryId Territory);

/// <summary>A volunteer confirms the link or types the code of her message. Each message lets in once.</summary>
public sealed class ConfirmSignIn(TisserandDb db, TimeProvider time)
{
    /// <returns>Whether the link would let in now; looking changes nothing, since mail scanners look too.</returns>
    public async Task<bool> IsLinkAliveAsync(string secret, CancellationToken ct)
    {
        var hash = SignInSecrets.OfLink(db.Keys, secret);
        var now = time.Now();
        return await db.SignInTokens.AnyAsync(t => t.LinkHash == hash && t.UsedAt == null && t.ExpiresAt > now, ct);
    }

    /// <returns>Who is let in; null when the link is used, too old or not ours.</returns>
    public Task<VolunteerSession?> ByLinkAsync(string secret, CancellationToken ct) => db.DecideAsync(async () =>
    {
        var hash = SignInSecrets.OfLink(db.Keys, secret);
        var token = await db.SignInTokens.SingleOrDefaultAsync(t => t.LinkHash == hash, ct);
        return token is null ? null : await LetInAsync(token, ct);
    }, () => null, ct);

    /// <param name="contact">The address the message was sent to.</param>
    /// <param name="code">Six digits as typed.</param>
    /// <returns>Who is let in; null when it is wrong, used or too old, or missed five times.</returns>
    public Task<VolunteerSession?> ByCodeAsync(string contact, string code, CancellationToken ct) => db.DecideAsync(async () =>
    {
        if (Contact.Read(contact) is not { } way) return null;
        var people = (await Contact.VolunteersAsync(db, way.Value, ct)).ConvertAll(p => p.Id);
        var now = time.Now();
        var alive = await db.SignInTokens.Where(t => people.Contains(t.PersonId) && t.UsedAt == null && t.ExpiresAt > now).ToListAsync(ct);

        var plain = string.Concat(code.Where(char.IsAsciiDigit));
        var right = alive.Find(t => CryptographicOperations.FixedTimeEquals(t.CodeHash, SignInSecrets.OfCode(db.Keys, t.Id, plain)));
        if (right is not null) return await LetInAsync(right, ct);
        alive.ForEach(t => t.Missed());
        return null;
    }, () => null, ct);

    private async Task<VolunteerSession?> LetInAsync(SignInToken token, CancellationToken ct)
    {
        var now = time.Now();
        var volunteer = await db.Volunteers.SingleOrDefaultAsync(v => v.PersonId == token.PersonId, ct);
        if (volunteer is null or { State: PersonState.Left or PersonState.Deceased } || !token.Use(now)) return null;
        db.Add(new AuditLine("sign-in", "person", token.PersonId.Value, "SignedIn", Actor.Of(token.PersonId), now));
        return new VolunteerSession(volunteer.Id, volunteer.PersonId, volunteer.TerritoryId);
    }
}
