using Microsoft.EntityFrameworkCore;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.People;

/// <summary>Somebody found, and whom she asks for when she is a carer.</summary>
public sealed record FoundSomebody(FoundPerson Person, IReadOnlyList<(BeneficiaryId Id, string Name)> CaresFor);

/// <summary>Who is calling: people of a coordinator's territories by letters, number or address.</summary>
public sealed class FindPeople(TisserandDb db, PeopleDirectory directory)
{
    public const int Most = 30;

    /// <param name="territories">Where she works; nobody of elsewhere is found.</param>
    /// <param name="text">Letters of a name or street, in any order; or a telephone number or an e-mail address, exact.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>At most <see cref="Most"/> people.</returns>
    public async Task<IReadOnlyList<FoundSomebody>> RunAsync(IReadOnlyList<TerritoryId> territories, string text, CancellationToken ct)
    {
        var found = new List<FoundPerson>();
        foreach (var territory in territories) found.AddRange(await directory.SearchAsync(db, territory, text, Most - found.Count, ct));

        var ids = found.Select(p => p.Id).ToList();
        var cared = (await (
            from c in db.Carers.AsNoTracking()
            join b in db.Beneficiaries on c.BeneficiaryId equals b.Id
            where ids.Contains(c.PersonId) && territories.Contains(b.TerritoryId)
            select new { c.PersonId, b.Id, b.Person.FirstName, b.Person.LastName }).ToListAsync(ct)).ToLookup(c => c.PersonId);
        return [.. found.Select(p => new FoundSomebody(p, [.. cared[p.Id].Select(c => (c.Id, $"{c.FirstName} {c.LastName}".Trim()))]))];
    }

    /// <summary>Her file as a person helped, else as a volunteer, else that of somebody she cares for; null where she is unknown.</summary>
    public async Task<(BeneficiaryId? Beneficiary, VolunteerId? Volunteer)?> FileAsync(PersonId person, IReadOnlyList<TerritoryId> territories, CancellationToken ct)
    {
        var helped = await db.Beneficiaries.Where(b => b.PersonId == person && territories.Contains(b.TerritoryId)).Select(b => (BeneficiaryId?)b.Id).FirstOrDefaultAsync(ct);
        if (helped is not null) return (helped, null);
        var helps = await db.Volunteers.Where(v => v.PersonId == person && territories.Contains(v.TerritoryId)).Select(v => (VolunteerId?)v.Id).FirstOrDefaultAsync(ct);
        if (helps is not null) return (null, helps);
        var cared = await (
            from c in db.Carers
            join b in db.Beneficiaries on c.BeneficiaryId equals b.Id
            where c.PersonId == person && territories.Contains(b.TerritoryId)
            select (BeneficiaryId?)b.Id).FirstOrDefaultAsync(ct);
        return cared is null ? null : (cared, null);
    }
}
