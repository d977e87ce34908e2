using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

public enum Role { Volunteer, Beneficiary, Carer, Coordinator, Board, Officer, Administrator }

/// <summary>Somebody who signs in with a password and a second factor: coordinator, board, data-protection officer, administrator.
/// Volunteers, beneficiaries and carers sign in by a confirmed link or a code and need no account.</summary>
public sealed class Account
{
    private Account() { }

    public Account(AccountId id, Role role, IReadOnlyList<TerritoryId> territories, string name, string email, byte[] emailIndex, Instant at)
    {
        Id = id;
        Role = role;
        TerritoryCodes = string.Join(',', territories.Select(t => t.Value.ToString("N")));
        Name = name;
        Email = email;
        EmailIndex = emailIndex;
        CreatedAt = at;
        SecurityStamp = id.Value.ToString("N");
    }

    public AccountId Id { get; private set; }

    public Role Role { get; private set; }

    /// <summary>Territories she sees, as ids; empty = all (administrator, board, officer).</summary>
    [NotPersonal("scope of a function")]
    public string TerritoryCodes { get; private set; } = "";

    [Personal(Purpose.Access, LegalBasis.Contract, Retention.AccountLife, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string Name { get; private set; } = "";

    [Personal(Purpose.Access, LegalBasis.Contract, Retention.AccountLife, Recipients.ThePersonHerself)]
    public string Email { get; private set; } = "";

    [Personal(Purpose.Access, LegalBasis.Contract, Retention.AccountLife, Recipients.None, Encrypted = false)]
    public byte[] EmailIndex { get; private set; } = [];

    [NotPersonal("hash of a password")]
    public string? PasswordHash { get; private set; }

    [NotPersonal("changes when all sessions must end")]
    public string SecurityStamp { get; private set; } = "";

    [Personal(Purpose.Access, LegalBasis.Contract, Retention.AccountLife, Recipients.None)]
    public string? AuthenticatorKey { get; private set; }

    /// <summary>Last time step accepted: a code serves once.</summary>
    public long LastTotpStep { get; private set; }

    public bool HasSecondFactor { get; private set; }

    /// <summary>Hashes of unused recovery codes, joined by ';'.</summary>
    [NotPersonal("hashes of secrets")]
    public string RecoveryCodes { get; private set; } = "";

    public int FailedAttempts { get; private set; }

    [NotPersonal("instant")]
    public Instant? LockedUntil { get; private set; }

    [NotPersonal("instant")]
    public Instant CreatedAt { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>Her contact sheet for alerts, where one was opened.</summary>
    public PersonId? PersonId { get; private set; }

    public IReadOnlyList<TerritoryId> Territories =>
        [.. TerritoryCodes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => new TerritoryId(Guid.ParseExact(c, "N")))];

    public void HasPassword(string? hash) => PasswordHash = hash;

    public void Stamped(string stamp) => SecurityStamp = stamp;

    public void HasAuthenticator(string? key) => AuthenticatorKey = key;

    /// <summary>A key for the authenticator app, unless one waits already.</summary>
    public void NeedsAuthenticatorKey() => AuthenticatorKey ??= Totp.NewKey();

    public void UsesSecondFactor(bool yes) => HasSecondFactor = yes;

    public bool TakesTotpStep(long step)
    {
        if (step <= LastTotpStep) return false;
        LastTotpStep = step;
        return true;
    }

    public void HasRecoveryCodes(string hashes) => RecoveryCodes = hashes;

    public void Failed(int attempts) => FailedAttempts = attempts;

    public void LockedOut(Instant? until) => LockedUntil = until;

    public void IsReachedAs(PersonId person) => PersonId = person;

    public void Suspend(bool yes) => IsSuspended = yes;

    internal static void Map(ModelBuilder model) => model.Entity<Account>(a =>
    {
        a.ToTable("accounts");
        a.Ignore(x => x.Territories);
        a.HasIndex(x => x.EmailIndex).IsUnique();
        a.Property(x => x.SecurityStamp).IsConcurrencyToken();
        a.Property(x => x.LastTotpStep).IsConcurrencyToken();
        a.Property(x => x.FailedAttempts).IsConcurrencyToken();     // guesses sent together are counted each
    });
}

/// <summary>A link or code sent to a person so that she can sign in: hashed, single use, a quarter of an hour.</summary>
public sealed class SignInToken
{
    private SignInToken() { }

    public SignInToken(SignInTokenId id, PersonId person, byte[] linkHash, byte[] codeHash, Instant expiresAt)
    {
        Id = id;
        PersonId = person;
        LinkHash = linkHash;
        CodeHash = codeHash;
        ExpiresAt = expiresAt;
    }

    public SignInTokenId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    [NotPersonal("hash of a secret")]
    public byte[] LinkHash { get; private set; } = [];

    [NotPersonal("hash of a secret")]
    public byte[] CodeHash { get; private set; } = [];

    [NotPersonal("instant")]
    public Instant ExpiresAt { get; private set; }

    [NotPersonal("instant")]
    public Instant? UsedAt { get; private set; }

    public int Attempts { get; private set; }

    public bool Use(Instant now)
    {
        if (UsedAt is not null || now >= ExpiresAt || Attempts >= 5) return false;
        UsedAt = now;
        return true;
    }

    public void Missed() => Attempts++;

    internal static void Map(ModelBuilder model) => model.Entity<SignInToken>(t =>
    {
        t.ToTable("sign_in_tokens");
        t.HasIndex(x => x.LinkHash).IsUnique();
        t.HasIndex(x => x.PersonId);
        t.Property(x => x.UsedAt).IsConcurrencyToken();
        t.Property(x => x.Attempts).IsConcurrencyToken();
    });
}
