using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

/// <summary>What a password led to.</summary>
public abstract record PasswordOutcome
{
    private PasswordOutcome() { }

    /// <summary>Right; the second factor is asked next.</summary>
    public sealed record CodeNeeded(AccountId Account, string Stamp) : PasswordOutcome;

    /// <summary>Right, but no authenticator is set up yet: that comes before anything else.</summary>
    public sealed record AuthenticatorNeeded(AccountId Account, string Stamp) : PasswordOutcome;

    /// <summary>Wrong, unknown, suspended or waiting after too many tries: nobody is told which.</summary>
    public sealed record Refused : PasswordOutcome;
}

/// <summary>First step of an employee's sign-in. Takes the same time whether or not the address is known.</summary>
public sealed class SignInWithPassword(TisserandDb db, IPasswordHasher<Account> hasher, TimeProvider time)
{
    // A real hash of a password nobody has, so that an unknown address costs as much as a known one.
    private static string? _nobodysHash;

    public Task<PasswordOutcome> RunAsync(string email, string password, CancellationToken ct) =>
        db.DecideAsync<PasswordOutcome>(async () =>
        {
            var index = db.Keys.IndexOf(EmailAddress.Plain(email));
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.EmailIndex == index, ct);
            var hash = account?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(null!, Guid.NewGuid().ToString()));
            var verdict = hasher.VerifyHashedPassword(account!, hash, Shortened(password));

            var now = time.Now();
            if (account?.PasswordHash is null || account.IsSuspended || account.IsLocked(now)) return new PasswordOutcome.Refused();
            if (verdict == PasswordVerificationResult.Failed)
            {
                account.Missed(now);
                db.Add(new AuditLine("sign-in", "account", account.Id.Value, "WrongPassword", Actor.Machine, now));
                return new PasswordOutcome.Refused();
            }

            if (verdict == PasswordVerificationResult.SuccessRehashNeeded) account.HasPassword(hasher.HashPassword(account, password));
            if (account.HasSecondFactor) return new PasswordOutcome.CodeNeeded(account.Id, account.SecurityStamp);
            account.NeedsAuthenticatorKey();
            return new PasswordOutcome.AuthenticatorNeeded(account.Id, account.SecurityStamp);
        }, () => new PasswordOutcome.Refused(), ct);

    private static string Shortened(string password) => password.Length > PasswordRules.Longest ? password[..PasswordRules.Longest] : password;
}

/// <summary>How often a secret may be missed.</summary>
internal static class Patience
{
    public const int Tries = 5;
    public static readonly Duration Wait = Duration.FromMinutes(15);

    public static bool IsLocked(this Account account, Instant now) => account.LockedUntil is { } until && now < until;

    /// <summary>Counts a miss; the fifth closes the account for a quarter of an hour.</summary>
    public static void Missed(this Account account, Instant now)
    {
        if (account.FailedAttempts + 1 < Tries)
        {
            account.Failed(account.FailedAttempts + 1);
            return;
        }
        account.Failed(0);
        account.LockedOut(now + Wait);
    }

    public static void Succeeded(this Account account)
    {
        account.Failed(0);
        account.LockedOut(null);
    }
}
