using Microsoft.EntityFrameworkCore;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Accounts;

/// <summary>Whether a session still holds: asked at each request, so that somebody suspended is out at once.</summary>
public sealed class SessionCheck(TisserandDb db)
{
    public Task<bool> HoldsAsync(AccountId id, string stamp, CancellationToken ct) =>
        db.Accounts.AnyAsync(a => a.Id == id && a.SecurityStamp == stamp && !a.IsSuspended, ct);

    public Task<bool> HoldsAsync(PersonId volunteer, CancellationToken ct) =>
        db.Volunteers.AnyAsync(v => v.PersonId == volunteer && v.State != PersonState.Left && v.State != PersonState.Deceased, ct);
}
