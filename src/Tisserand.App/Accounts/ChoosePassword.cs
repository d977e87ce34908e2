using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

public abstract record ChoosePasswordOutcome
{
    private ChoosePasswordOutcome() { }

    public sealed record Chosen(AccountId Account, string Stamp, bool HasSecondFactor) : ChoosePasswordOutcome;

    public sealed record Weak(PasswordProblem Problem) : ChoosePasswordOutcome;

    /// <summary>The invitation is void: used, too old, or not ours.</summary>
    public sealed record Void : ChoosePasswordOutcome;
}

/// <summary>Somebody invited chooses her password. Every session she had ends.</summary>
public sealed class ChoosePassword(TisserandDb db, Invitations invitations, IPasswordHasher<Account> hasher, TimeProvider time)
{
    public async Task<bool> IsValidAsync(string invitation, CancellationToken ct) =>
        invitations.Read(invitation) is var (id, stamp) && await db.Accounts.AnyAsync(a => a.Id == id && a.SecurityStamp == stamp && !a.IsSuspended, ct);

    public Task<ChoosePasswordOutcome> RunAsync(string invitation, string password, CancellationToken ct) =>
        db.DecideAsync<ChoosePasswordOutcome>(async () =>
        {
            if (invitations.Read(invitation) is not var (id, stamp)) return new ChoosePasswordOutcome.Void();
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id && a.SecurityStamp == stamp && !a.IsSuspended, ct);
            if (account is null) return new ChoosePasswordOutcome.Void();
            if (PasswordRules.Check(password, account.Email) is { } problem) return new ChoosePasswordOutcome.Weak(problem);

            var now = time.Now();
            account.HasPassword(hasher.HashPassword(account, password));
            account.Stamped(RecoveryCodes.NewStamp());
            account.Succeeded();
            if (!account.HasSecondFactor) account.NeedsAuthenticatorKey();
            db.Add(new AuditLine("choose-password", "account", id.Value, "Chosen", Actor.Of(id), now));
            return new ChoosePasswordOutcome.Chosen(id, account.SecurityStamp, account.HasSecondFactor);
        }, ct);
}
