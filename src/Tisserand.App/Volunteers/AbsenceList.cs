using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Volunteers;

/// <summary>A volunteer who is or will be away.</summary>
/// <param name="ToReplace">Her visits that still wait for somebody else.</param>
public sealed record AbsenceLine(VolunteerAbsenceId Id, VolunteerId Volunteer, string Name, LocalDate From, LocalDate Until, string? Reason, int ToReplace);

/// <summary>Absences that have not ended, the nearest first.</summary>
public sealed class AbsenceList(TisserandDb db, TimeProvider time)
{
    private const int Most = 300;

    public Task<IReadOnlyList<AbsenceLine>> ReadAsync(IReadOnlyList<TerritoryId> territories, CancellationToken ct) => ReadAsync(territories, null, ct);

    /// <returns>Null where it is none of these territories'.</returns>
    public async Task<AbsenceLine?> FindAsync(VolunteerAbsenceId id, IReadOnlyList<TerritoryId> territories, CancellationToken ct) =>
        (await ReadAsync(territories, id, ct)).SingleOrDefault();

    private async Task<IReadOnlyList<AbsenceLine>> ReadAsync(IReadOnlyList<TerritoryId> territories, VolunteerAbsenceId? only, CancellationToken ct)
    {
        var today = time.Now().LocalDay();
        var rows = await (
            from a in db.Set<VolunteerAbsence>().AsNoTracking()
            join v in db.Volunteers on a.VolunteerId equals v.Id
            where territories.Contains(v.TerritoryId) && (only == null ? a.Until >= today : a.Id == only)
            orderby a.From, a.Id
            select new { Absence = a, v.Person.FirstName, v.Person.LastName }).Take(Most).ToListAsync(ct);
        var lines = new List<AbsenceLine>(rows.Count);
        foreach (var row in rows)
        {
            var (first, end) = (row.Absence.From.StartInParis(), row.Absence.Until.PlusDays(1).StartInParis());
            var waiting = await db.Visits.CountAsync(v => v.VolunteerId == row.Absence.VolunteerId && v.State == VisitState.CancelledByVolunteer
                && v.EndReason == VisitEndReasons.Absence && v.Start >= first && v.Start < end && v.Request.State == RequestState.Open, ct);
            lines.Add(new(row.Absence.Id, row.Absence.VolunteerId, $"{row.FirstName} {row.LastName}".Trim(), row.Absence.From, row.Absence.Until, row.Absence.Reason, waiting));
        }

        return lines;
    }
}
