using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Volunteers;

public sealed record NextVisit(HelpRequestId Request, Instant Start, string Activity, string Name);

/// <summary>All a coordinator sees of a volunteer.</summary>
/// <param name="Who">Her file, with contacts, checks and absences; not tracked.</param>
/// <param name="Asks">How often she was asked in the last <see cref="VolunteerFiles.AskDays"/> days.</param>
public sealed record VolunteerFile(Volunteer Who, IReadOnlyList<NextVisit> Visits, int Asks)
{
    public string Name => Who.Person.FullName;
}

/// <inheritdoc cref="VolunteerFile"/>
public sealed class VolunteerFiles(TisserandDb db, NeedCatalogue needs, TimeProvider time)
{
    public const int AskDays = 14;

    private const int MostVisits = 40;

    /// <returns>Null where it is none of these territories'.</returns>
    public async Task<VolunteerFile?> ReadAsync(VolunteerId id, IReadOnlyList<TerritoryId> territories, string language, CancellationToken ct)
    {
        var who = await db.Volunteers.AsNoTracking().Include(v => v.Person).ThenInclude(p => p.Contacts).Include(v => v.Checks).Include(v => v.Absences)
            .AsSplitQuery().SingleOrDefaultAsync(v => v.Id == id && territories.Contains(v.TerritoryId), ct);
        if (who is null) return null;

        var now = time.Now();
        var words = new RequestWords(await needs.CurrentAsync(ct), language);
        var visits = await db.Visits.AsNoTracking().Where(v => v.VolunteerId == id && v.State == VisitState.Planned && v.End > now)
            .OrderBy(v => v.Start).ThenBy(v => v.Id).Take(MostVisits)
            .Select(v => new { v.RequestId, v.Start, v.Request.NeedType, v.Request.Beneficiary!.Person.FirstName, v.Request.Beneficiary.Person.LastName }).ToListAsync(ct);
        var since = now - Duration.FromDays(AskDays);
        return new VolunteerFile(who,
            [.. visits.Select(v => new NextVisit(v.RequestId, v.Start, words.Activity(v.NeedType), $"{v.FirstName} {v.LastName}".Trim()))],
            await db.Proposals.CountAsync(p => p.VolunteerId == id && p.NotifiedAt >= since, ct));
    }
}
