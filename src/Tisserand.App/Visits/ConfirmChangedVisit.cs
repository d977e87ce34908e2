using Microsoft.EntityFrameworkCore;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Visits;

/// <summary>The volunteer says that the new time or place suits her. A no is a cancellation by her.</summary>
public sealed class ConfirmChangedVisit(TisserandDb db, TimeProvider time, Attention attention)
{
    /// <returns>False when the visit is not hers, or no longer planned.</returns>
    public Task<bool> RunAsync(VisitId id, VolunteerId volunteer, Actor by, CancellationToken ct) =>
        db.DecideAsync(async () =>
        {
            if (!await db.Visits.AnyAsync(v => v.Id == id && v.VolunteerId == volunteer && v.State == VisitState.Planned, ct)) return false;
            var now = time.Now();
            await attention.SettleAsync(KeyOf(id), now, ct);
            db.Add(new AuditLine("reconfirm", "visit", id.Value, "Confirmed", by, now));
            return true;
        }, ct);

    /// <summary>« OUI 47 » again, as she answered first; a visit that she promised by telephone, or with its series, has its own number.</summary>
    internal static int NumberOf(VisitId id, int? asked) => asked ?? QuestionNumbers.Of(id);

    internal static string KeyOf(VisitId id) => $"reconfirm/{id.Value:N}";
}
