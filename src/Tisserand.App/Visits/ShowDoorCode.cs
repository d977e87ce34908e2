using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Visits;

/// <summary>The volunteer taps to see the door code, near the visit only; that she saw it is noted.</summary>
public sealed class ShowDoorCode(TisserandDb db, TimeProvider time, VisitAround around)
{
    /// <returns>The code; null when there is none for her now, for whatever reason.</returns>
    public Task<string?> RunAsync(VisitId id, VolunteerId volunteer, Actor by, CancellationToken ct) =>
        db.DecideAsync(async () =>
        {
            var visit = await db.Visits.Include(v => v.Request).ThenInclude(r => r.Beneficiary).SingleOrDefaultAsync(v => v.Id == id && v.VolunteerId == volunteer, ct);
            if (visit?.Request.Beneficiary?.DoorCode is not { } code) return null;
            var now = time.Now();
            var standing = await around.IsStandingPairAsync(volunteer, visit.BeneficiaryId, ct);
            if (Disclosure.At(visit, now, standing) != DisclosureLevel.Near) return null;
            db.Add(new AuditLine("door_code", "beneficiary", visit.BeneficiaryId.Value, "Shown", by, now));
            return code;
        }, ct);
}
