using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

/// <summary>What an authenticator app needs to know.</summary>
public sealed record AuthenticatorKey(string Key, string Email);

public abstract record SetUpOutcome
{
    private SetUpOutcome() { }

    /// <param name="RecoveryCodes">Shown now and never again.</param>
    public sealed record Done(AccountSession Session, IReadOnlyList<string> RecoveryCodes) : SetUpOutcome;

    public sealed record Wrong : SetUpOutcome;

    public sealed record StartAgain : SetUpOutcome;
}

/// <summary>First sign-in: the authenticator app is tied to the account, proved by one code of it.</summary>
public sealed class SetUpAuthenticator(TisserandDb db, TimeProvider time)
{
    /// <summary>The key to show; null when the step before is void or an authenticator is there already.</summary>
    public async Task<AuthenticatorKey?> LookAsync(AccountId id, string stamp, CancellationToken ct) =>
        await FindAsync(id, stamp, ct) is { AuthenticatorKey: { } key } account ? new AuthenticatorKey(key, account.Email) : null;

    public Task<SetUpOutcome> RunAsync(AccountId id, string stamp, string typed, CancellationToken ct) =>
        db.DecideAsync<SetUpOutcome>(async () =>
        {
            var now = time.Now();
            if (await FindAsync(id, stamp, ct) is not { AuthenticatorKey: { } key } account || account.IsLocked(now)) return new SetUpOutcome.StartAgain();
            var plain = string.Concat(typed.Where(char.IsDigit));
            if (Totp.Matching(key, plain, now) is not { } step || !account.TakesTotpStep(step))
            {
                account.Missed(now);
                return new SetUpOutcome.Wrong();
            }

            account.UsesSecondFactor(true);
            account.Succeeded();
            account.Stamped(RecoveryCodes.NewStamp());
            var codes = RecoveryCodes.Renew(account, db.Keys);
            db.Add(new AuditLine("set-up-authenticator", "account", id.Value, "Done", Actor.Of(id), now));
            return new SetUpOutcome.Done(AccountSession.Of(account), codes);
        }, () => new SetUpOutcome.Wrong(), ct);

    private Task<Account?> FindAsync(AccountId id, string stamp, CancellationToken ct) =>
        db.Accounts.SingleOrDefaultAsync(a => a.Id == id && a.SecurityStamp == stamp && !a.IsSuspended && !a.HasSecondFactor, ct);
}
