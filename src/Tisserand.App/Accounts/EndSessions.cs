using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

/// <summary>Ends every session of an account, and lets it in again or not.</summary>
public sealed class EndSessions(TisserandDb db, TimeProvider time)
{
    /// <param name="suspend">True: she cannot sign in again; false: she can; null: as before.</param>
    /// <returns>False when there is no such account.</returns>
    public Task<bool> RunAsync(AccountId id, bool? suspend, Actor by, CancellationToken ct) => db.DecideAsync(async () =>
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account) return false;
        account.Stamped(RecoveryCodes.NewStamp());
        if (suspend is { } yes) account.Suspend(yes);
        db.Add(new AuditLine("end-sessions", "account", id.Value, suspend switch { true => "Suspended", false => "Restored", null => "Ended" }, by, time.Now()));
        return true;
    }, ct);
}
