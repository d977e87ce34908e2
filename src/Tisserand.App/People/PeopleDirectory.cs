using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.People;

/// <summary>A line of a search: who, where, what she is to the cooperative.</summary>
public sealed record FoundPerson(PersonId Id, string Name, string Commune, VolunteerId? VolunteerId, BeneficiaryId? BeneficiaryId, string? Street);

/// <summary>Search by letters over one territory's people, decrypted into memory and renewed when its counter moves.
/// Nothing readable is ever written to disk.</summary>
public sealed class PeopleDirectory
{
    private readonly ConcurrentDictionary<TerritoryId, (long Version, IReadOnlyList<(string Folded, FoundPerson Person)> People)> _territories = new();

    /// <param name="db">Where people are.</param>
    /// <param name="territory">Whose people.</param>
    /// <param name="text">Letters of a name or street, in any order; or a telephone number or an e-mail address, exact.</param>
    /// <param name="take">At most this many.</param>
    public async Task<IReadOnlyList<FoundPerson>> SearchAsync(TisserandDb db, TerritoryId territory, string text, int take, CancellationToken ct)
    {
        var people = await PeopleAsync(db, territory, ct);
        if (ExactContact(text) is { } contact)
        {
            var index = db.Keys.IndexOf(contact);
            var owners = await db.ContactPoints.Where(c => c.Index == index).Select(c => c.PersonId).OrderBy(id => id).Take(20).ToListAsync(ct);
            return [.. people.Where(p => owners.Contains(p.Person.Id)).Select(p => p.Person).Take(take)];
        }

        var words = TextFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        return [.. people
            .Where(p => words.All(w => p.Folded.Contains(" " + w, StringComparison.Ordinal)))
            .OrderBy(p => p.Folded, StringComparer.Ordinal).Take(take).Select(p => p.Person)];
    }

    private async Task<IReadOnlyList<(string Folded, FoundPerson Person)>> PeopleAsync(TisserandDb db, TerritoryId territory, CancellationToken ct)
    {
        var version = await db.Territories.Where(t => t.Id == territory).Select(t => t.PeopleVersion).SingleOrDefaultAsync(ct);
        if (_territories.TryGetValue(territory, out var known) && known.Version == version) return known.People;

        var rows = await db.People.AsNoTracking().Where(p => p.TerritoryId == territory)
            .Select(p => new { p.Id, p.FirstName, p.LastName, p.Street, p.Insee }).ToListAsync(ct);
        var volunteers = (await db.Volunteers.Where(v => v.TerritoryId == territory).Select(v => new { v.PersonId, v.Id }).ToListAsync(ct))
            .ToLookup(v => v.PersonId, v => v.Id);
        var beneficiaries = (await db.Beneficiaries.Where(b => b.TerritoryId == territory).Select(b => new { b.PersonId, b.Id }).ToListAsync(ct))
            .ToLookup(b => b.PersonId, b => b.Id);
        var people = rows.Select(p =>
        {
            var commune = CommuneTable.Shipped.Find(p.Insee)?.Name ?? "";
            var found = new FoundPerson(
                p.Id, $"{p.FirstName} {p.LastName}".Trim(), commune,
                volunteers[p.Id].Select(v => (VolunteerId?)v).FirstOrDefault(), beneficiaries[p.Id].Select(b => (BeneficiaryId?)b).FirstOrDefault(), p.Street);
            return (" " + TextFolding.Fold($"{p.LastName} {p.FirstName} {p.Street} {commune}"), found);
        }).ToList();
        _territories[territory] = (version, people);
        return people;
    }

    private static string? ExactContact(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal)) return text.Trim().ToLowerInvariant();
        return text.Count(char.IsAsciiDigit) >= 9 && FrenchPhone.TryParse(text, out var phone) ? phone.E164 : null;
    }
}
