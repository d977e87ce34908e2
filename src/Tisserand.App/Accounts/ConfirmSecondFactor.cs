using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

/// <summary>What a second factor led to.</summary>
public abstract record SecondFactorOutcome
{
    private SecondFactorOutcome() { }

    /// <param name="RecoveryCodesLeft">Not null when one of them was used.</param>
    public sealed record SignedIn(AccountSession Session, int? RecoveryCodesLeft) : SecondFactorOutcome;

    public sealed record Wrong : SecondFactorOutcome;

    /// <summary>The password step is void: too long ago, changed since, suspended, or too many tries.</summary>
    public sealed record StartAgain : SecondFactorOutcome;
}

/// <summary>Second step of an employee's sign-in: a code of the authenticator, or a recovery code. Each serves once.</summary>
public sealed class ConfirmSecondFactor(TisserandDb db, TimeProvider time)
{
    public Task<SecondFactorOutcome> RunAsync(AccountId id, string stamp, string typed, CancellationToken ct) =>
        db.DecideAsync<SecondFactorOutcome>(async () =>
        {
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id && a.SecurityStamp == stamp, ct);
            var now = time.Now();
            if (account is null or { IsSuspended: true } or { HasSecondFactor: false } || account.IsLocked(now)) return new SecondFactorOutcome.StartAgain();

            var plain = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
            int? left = null;
            var isRight = plain.Length == 6
                ? Totp.Matching(account.AuthenticatorKey!, plain, now) is { } step && account.TakesTotpStep(step)
                : (left = RecoveryCodes.Take(account, plain, db.Keys)) is not null;
            if (!isRight)
            {
                account.Missed(now);
                db.Add(new AuditLine("sign-in", "account", id.Value, "WrongCode", Actor.Machine, now));
                return new SecondFactorOutcome.Wrong();
            }

            account.Succeeded();
            db.Add(new AuditLine("sign-in", "account", id.Value, left is null ? "SignedIn" : "SignedInByRecoveryCode", Actor.Of(id), now));
            return new SecondFactorOutcome.SignedIn(AccountSession.Of(account), left);
        }, () => new SecondFactorOutcome.Wrong(), ct);
}
