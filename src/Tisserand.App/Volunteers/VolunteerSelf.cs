using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Volunteers;

/// <summary>A period away, without its reason.</summary>
public sealed record PeriodAway(VolunteerAbsenceId Id, LocalDate From, LocalDate Until);

/// <summary>What a volunteer has said of her time, as she sees it herself.</summary>
public sealed record OwnTime(PersonState State, string Hours, LocalDate? From, LocalDate? Until, LocalDate? EveryOtherWeekFrom, IReadOnlyList<PeriodAway> Away);

/// <summary>Shows a volunteer her own availability and absences to come.</summary>
public sealed class VolunteerSelf(TisserandDb db, TimeProvider time)
{
    public async Task<OwnTime?> ReadAsync(VolunteerId id, CancellationToken ct)
    {
        var volunteer = await db.Volunteers.AsNoTracking().Include(v => v.Absences).SingleOrDefaultAsync(v => v.Id == id, ct);
        if (volunteer is null) return null;
        var today = time.Now().LocalDay();
        return new OwnTime(volunteer.State, volunteer.Hours, volunteer.HoursFrom, volunteer.HoursUntil, volunteer.EveryOtherWeekFrom,
            [.. volunteer.Absences.Where(a => a.Until >= today && a.Until >= a.From).OrderBy(a => a.From).Take(20).Select(a => new PeriodAway(a.Id, a.From, a.Until))]);
    }
}
