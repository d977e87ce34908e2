using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

/// <summary>Telephone lost, password forgotten: a second administrator, or the program on the server itself, opens the way again.</summary>
public sealed class ResetAccount(TisserandDb db, Invitations invitations, TimeProvider time)
{
    /// <returns>The new invitation's secret; null when there is no such account, or she would reset her own.</returns>
    public Task<string?> RunAsync(AccountId id, Actor by, CancellationToken ct) => db.DecideAsync<string?>(async () =>
    {
        if (by.Account == id || await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account) return null;
        account.HasPassword(null);
        account.HasAuthenticator(null);
        account.UsesSecondFactor(false);
        account.HasRecoveryCodes("");
        account.Succeeded();
        account.Stamped(RecoveryCodes.NewStamp());
        db.Add(new AuditLine("reset-account", "account", id.Value, "Reset", by, time.Now()));
        return invitations.For(id, account.SecurityStamp);
    }, ct);

    public async Task<AccountId?> FindAsync(string email, CancellationToken ct)
    {
        var index = db.Keys.IndexOf(EmailAddress.Plain(email));
        return await db.Accounts.Where(a => a.EmailIndex == index).Select(a => (AccountId?)a.Id).SingleOrDefaultAsync(ct);
    }
}
