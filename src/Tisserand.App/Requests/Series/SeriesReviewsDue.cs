using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests.Series;

/// <summary>Every 12 visits of a series, both are asked whether to go on.</summary>
public sealed class SeriesReviewsDue(TisserandDb db, Attention attention, SeriesNews news)
{
    public const int Visits = 12;

    public async Task RunDueAsync(Instant now, CancellationToken ct)
    {
        var due = await db.RecurringNeeds.Where(s => s.State == SeriesState.Active && s.MainVolunteerId != null)
            .Select(s => new
            {
                s.Id,
                s.ReviewedAtCount,
                Done = db.Visits.Count(v => v.Request.RecurringNeedId == s.Id && v.State == VisitState.Done),
            })
            .Where(s => s.Done >= s.ReviewedAtCount + Visits).ToListAsync(ct);
        foreach (var series in due)
        {
            await db.DecideAsync(() => AskAsync(series.Id, series.Done, now, ct), ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> AskAsync(RecurringNeedId id, int done, Instant now, CancellationToken ct)
    {
        var series = await db.RecurringNeeds.Include(s => s.Beneficiary).ThenInclude(b => b.Person).ThenInclude(p => p.Contacts).SingleAsync(s => s.Id == id, ct);
        if (series.MainVolunteerId is not { } main || done < series.ReviewedAtCount + Visits) return false;
        series.ReviewedAt(done);
        await news.ReviewAsync(series, main, done, ct);
        await attention.RaiseAsync(series.TerritoryId, AttentionReasons.SeriesReview, AnswerSeriesReview.KeyOf(id), now, volunteer: main, beneficiary: series.BeneficiaryId, ct: ct);
        db.Add(new AuditLine("review", "series", id.Value, "Asked", Actor.Machine, now));
        return true;
    }
}
