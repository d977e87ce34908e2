using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Accounts;

/// <summary>Somebody whom a visitor of the demonstration may be.</summary>
/// <param name="Person">Her file; null for those who have an account.</param>
public sealed record DemonstrationDoor(Role Role, string Name, string? Commune, Guid? Person);

/// <summary>Ready-made sessions without a secret. Only the demonstration's pages ask for them. Whoever has most to see comes first.</summary>
public sealed class DemonstrationDoors(TisserandDb db, TimeProvider time)
{
    private const int MostOfAKind = 6;
    private static readonly Duration Soon = Duration.FromHours(48), Lately = Duration.FromDays(10);

    public async Task<IReadOnlyList<DemonstrationDoor>> ReadAsync(CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => !a.IsSuspended).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).Take(20).ToListAsync(ct);
        var volunteers = await Volunteers(time.Now()).Select(v => new { v.PersonId, v.Person.FirstName, v.Person.LastName, v.Person.Insee }).Take(MostOfAKind).ToListAsync(ct);
        var beneficiaries = await Beneficiaries().Select(b => new { b.PersonId, b.Person.FirstName, b.Person.LastName, b.Person.Insee }).Take(MostOfAKind).ToListAsync(ct);
        var carers = await Carers().Select(c => new { c.PersonId, c.Person.FirstName, c.Person.LastName, c.Person.Insee }).Take(MostOfAKind).ToListAsync(ct);
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
    public Task<VolunteerSession?> VolunteerAsync(PersonId? person, CancellationToken ct) => Volunteers(time.Now()).Where(v => person == null || v.PersonId == person)
        .Select(v => new VolunteerSession(v.Id, v.PersonId, v.TerritoryId)).FirstOrDefaultAsync(ct);

    /// <param name="role">Beneficiary or carer.</param>
    /// <param name="person">Null for the first one.</param>
    public Task<AskingSession?> AskingAsync(Role role, PersonId? person, CancellationToken ct) => role == Role.Carer
        ? Carers().Where(c => person == null || c.PersonId == person).Select(c => new AskingSession(c.PersonId, c.Person.TerritoryId)).FirstOrDefaultAsync(ct)
        : Beneficiaries().Where(b => person == null || b.PersonId == person).Select(b => new AskingSession(b.PersonId, b.TerritoryId)).FirstOrDefaultAsync(ct);

    /// <summary>First those with a question to answer, a visit to come and one to tell about.</summary>
    private IQueryable<Volunteer> Volunteers(Instant now)
    {
        var (soon, since) = (now + Soon, now - Lately);
        return db.Volunteers.AsNoTracking().Where(v => v.State == PersonState.Active)
            .OrderByDescending(v => (db.Proposals.Any(p => p.VolunteerId == v.Id && p.State == ProposalState.Notified && p.Request.State == RequestState.Open) ? 1 : 0)
                + (db.Visits.Any(x => x.VolunteerId == v.Id && x.State == VisitState.Planned && x.Start > now && x.Start < soon) ? 1 : 0)
                + (db.Visits.Any(x => x.VolunteerId == v.Id && x.End <= now && x.End > since && (x.State == VisitState.Planned || (x.State == VisitState.Done && x.IsUnconfirmed))
                    && !x.Feedback.Any(f => f.Side == FeedbackSide.Volunteer)) ? 1 : 0))
            .ThenByDescending(v => db.Visits.Count(x => x.VolunteerId == v.Id && x.State == VisitState.Planned)).ThenBy(v => v.Id);
    }

    private IQueryable<Beneficiary> Beneficiaries() => db.Beneficiaries.AsNoTracking().Where(b => b.State == PersonState.Active)
        .OrderByDescending(b => db.HelpRequests.Count(r => r.BeneficiaryId == b.Id && (r.State == RequestState.Open || r.State == RequestState.Matched))).ThenBy(b => b.Id);

    private IQueryable<Carer> Carers() => db.Carers.AsNoTracking()
        .OrderByDescending(c => db.HelpRequests.Count(r => r.BeneficiaryId == c.BeneficiaryId && (r.State == RequestState.Open || r.State == RequestState.Matched))).ThenBy(c => c.Id);
}

/// <summary>A beneficiary or a carer who has come in; elsewhere they need no session.</summary>
public sealed record AskingSession(PersonId Person, Territories.TerritoryId Territory);
