using Microsoft.EntityFrameworkCore;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.People;

/// <summary>Who else has a number or an address of somebody: a couple, a family. Known by the blind index, never guessed.</summary>
public sealed class SharedContacts(TisserandDb db)
{
    private const int Most = 100;

    /// <param name="person">Whose.</param>
    /// <param name="territories">Only people of these are named.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Names by number (E.164) or address; nothing for those that are hers alone.</returns>
    public async Task<ILookup<string, string>> ReadAsync(PersonId person, IReadOnlyList<TerritoryId> territories, CancellationToken ct)
    {
        var hers = db.ContactPoints.Where(c => c.PersonId == person).Select(c => c.Index);
        var others = await (
            from c in db.ContactPoints.AsNoTracking()
            join p in db.People on c.PersonId equals p.Id
            where p.Id != person && territories.Contains(p.TerritoryId) && hers.Contains(c.Index)
            orderby p.Id
            select new { c.Value, p.FirstName, p.LastName }).Take(Most).ToListAsync(ct);
        return others.ToLookup(o => o.Value, o => $"{o.FirstName} {o.LastName}".Trim());
    }
}
