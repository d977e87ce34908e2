using Microsoft.EntityFrameworkCore;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Accounts;

/// <summary>Somebody whom a visitor of the demonstration may be.</summary>
/// <param name="Person">Her file; null for those who have an account.</param>
public sealed record DemonstrationDoor(Role Role, string Name, string? Commune, Guid? Person);

/// <summary>Ready-made sessions without a secret. Only the demonstration's pages ask for them.</summary>
public sealed class DemonstrationDoors(TisserandDb db)
{
    private const int MostOfAKind = 6;

    public async Task<IReadOnlyList<DemonstrationDoor>> ReadAsync(CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => !a.IsSuspended).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).Take(20).ToListAsync(ct);
        var volunteers = await db.Volunteers.AsNoTracking().Where(v => v.State == PersonState.Active)
            .OrderByDescending(v => db.Visits.Count(x => x.VolunteerId == v.Id && x.State == Visits.VisitState.Planned)).ThenBy(v => v.Id)
            .Select(v => new { v.PersonId, v.Person.FirstName, v.Person.LastName, v.Person.Insee }).Take(MostOfAKind).ToListAsync(ct);
        return
        [
            .. accounts.Select(a => new DemonstrationDoor(a.Role, a.Name, null, null)),
            .. volunteers.Select(v => new DemonstrationDoor(Role.Volunteer, $"{v.FirstName} {v.LastName}".Trim(), RequestWords.Commune(v.Insee), v.PersonId.Value)),
        ];
    }

    public async Task<AccountSession?> AccountAsync(Role role, CancellationToken ct) =>
        await db.Accounts.AsNoTracking().Where(a => a.Role == role && !a.IsSuspended).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).FirstOrDefaultAsync(ct) is { } account
            ? AccountSession.Of(account) : null;

    /// <param name="person">Null for the first one.</param>
    public async Task<VolunteerSession?> VolunteerAsync(PersonId? person, CancellationToken ct) =>
        await db.Volunteers.AsNoTracking().Where(v => v.State == PersonState.Active && (person == null || v.PersonId == person)).OrderBy(v => v.Id)
            .Select(v => new VolunteerSession(v.Id, v.PersonId, v.TerritoryId)).FirstOrDefaultAsync(ct);
}
