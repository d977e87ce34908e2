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
        var beneficiaries = await db.Beneficiaries.AsNoTracking().Where(b => b.State == PersonState.Active)
            .OrderByDescending(b => db.Visits.Count(x => x.BeneficiaryId == b.Id && x.State == Visits.VisitState.Planned)).ThenBy(b => b.Id)
            .Select(b => new { b.PersonId, b.Person.FirstName, b.Person.LastName, b.Person.Insee }).Take(MostOfAKind).ToListAsync(ct);
        var carers = await db.Carers.AsNoTracking().OrderBy(c => c.Id)
            .Select(c => new { c.PersonId, c.Person.FirstName, c.Person.LastName, c.Person.Insee }).Take(MostOfAKind).ToListAsync(ct);
        return
        [
            .. accounts.Select(a => new DemonstrationDoor(a.Role, a.Name, null, null)),
            .. volunteers.Select(v => new DemonstrationDoor(Role.Volunteer, $"{v.FirstName} {v.LastName}".Trim(), RequestWords.Commune(v.Insee), v.PersonId.Value)),
            .. beneficiaries.Select(b => new DemonstrationDoor(Role.Beneficiary, $"{b.FirstName} {b.LastName}".Trim(), RequestWords.Commune(b.Insee), b.PersonId.Value)),
            .. carers.Select(c => new DemonstrationDoor(Role.Carer, $"{c.FirstName} {c.LastName}".Trim(), RequestWords.Commune(c.Insee), c.PersonId.Value)),
        ];
    }

    public async Task<AccountSession?> AccountAsync(Role role, CancellationToken ct) =>
        await db.Accounts.AsNoTracking().Where(a => a.Role == role && !a.IsSuspended).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).FirstOrDefaultAsync(ct) is { } account
            ? AccountSession.Of(account) : null;

    /// <param name="person">Null for the first one.</param>
    public async Task<VolunteerSession?> VolunteerAsync(PersonId? person, CancellationToken ct) =>
        await db.Volunteers.AsNoTracking().Where(v => v.State == PersonState.Active && (person == null || v.PersonId == person)).OrderBy(v => v.Id)
            .Select(v => new VolunteerSession(v.Id, v.PersonId, v.TerritoryId)).FirstOrDefaultAsync(ct);

    /// <param name="role">Beneficiary or carer.</param>
    /// <param name="person">Null for the first one.</param>
    public async Task<AskingSession?> AskingAsync(Role role, PersonId? person, CancellationToken ct) => role == Role.Carer
        ? await db.Carers.AsNoTracking().Where(c => person == null || c.PersonId == person).OrderBy(c => c.Id)
            .Select(c => new AskingSession(c.PersonId, c.Person.TerritoryId)).FirstOrDefaultAsync(ct)
        : await db.Beneficiaries.AsNoTracking().Where(b => b.State == PersonState.Active && (person == null || b.PersonId == person)).OrderBy(b => b.Id)
            .Select(b => new AskingSession(b.PersonId, b.TerritoryId)).FirstOrDefaultAsync(ct);
}

/// <summary>A beneficiary or a carer who has come in; elsewhere they need no session.</summary>
public sealed record AskingSession(PersonId Person, Territories.TerritoryId Territory);
