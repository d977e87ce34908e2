using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Requests.Series;

/// <summary>« Pas cette fois », in one tap: this instance reopens, the known second is asked first, then others. The series stays as it is.</summary>
public sealed class NotThisTime(TisserandDb db, CancelVisit cancel)
{
    public async Task<CancelVisitOutcome> RunAsync(VisitId id, VolunteerId volunteer, Actor by, CancellationToken ct) =>
        await db.Visits.AnyAsync(v => v.Id == id && v.Request.RecurringNeedId != null, ct)
            ? await cancel.ByVolunteerAsync(id, volunteer, words: null, by, ct)
            : new CancelVisitOutcome.NotFound();
}
