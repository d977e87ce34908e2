using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Volunteers;

/// <summary>She is back earlier than said. What was given to others stays with them; a longer absence is recorded as a new one,
/// since it frees further visits.</summary>
public sealed class EndAbsence(TisserandDb db, TimeProvider time)
{
    /// <returns>False when there is no such absence, or it ends no later than that.</returns>
    public Task<bool> RunAsync(VolunteerAbsenceId id, LocalDate lastDayAway, Actor by, CancellationToken ct) =>
        db.DecideAsync(async () =>
        {
            if (await db.Set<VolunteerAbsence>().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } absence || lastDayAway >= absence.Until) return false;
            absence.EndsOn(lastDayAway);
            db.Add(new AuditLine("end_absence", "volunteer", absence.VolunteerId.Value, "Ended", by, time.Now()));
            return true;
        }, ct);
}
