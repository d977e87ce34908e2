using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests.Series;

/// <summary>What ending a series led to.</summary>
public abstract record EndSeriesOutcome
{
    private EndSeriesOutcome() { }

    /// <param name="Cancelled">Requests after its last day, which end with it.</param>
    public sealed record Ended(int Cancelled) : EndSeriesOutcome;

    public sealed record AlreadyEnded : EndSeriesOutcome;

    public sealed record NotFound : EndSeriesOutcome;

    public sealed record Busy : EndSeriesOutcome;
}

/// <summary>A need comes back no more after a day; what was made beyond ends with it, and its volunteers are told once for all of it.</summary>
public sealed class EndSeries(TisserandDb db, TimeProvider time, RequestEnding ending, RequestNews news)
{
    /// <param name="id">The series.</param>
    /// <param name="lastDate">Its last day; what stands until then stays.</param>
    /// <param name="reason">Why, as for a request.</param>
    /// <param name="by">Who ends it.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<EndSeriesOutcome> RunAsync(RecurringNeedId id, LocalDate lastDate, EndReason reason, Actor by, CancellationToken ct) =>
        db.DecideAsync<EndSeriesOutcome>(async () =>
        {
            if (await db.RecurringNeeds.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } series) return new EndSeriesOutcome.NotFound();
            if (!series.EndsAfter(lastDate)) return new EndSeriesOutcome.AlreadyEnded();
            var now = time.Now();
            var beyond = await db.Whole().Alive().Where(r => r.RecurringNeedId == id && r.OccurrenceDate > lastDate && r.LatestStart > now).ToListAsync(ct);
            var freed = await ending.EndAsync(beyond, new Ending(RequestState.Cancelled, reason, null, VisitEndReasons.SeriesEnded), by, now, ct);
            await news.CalledOffToVolunteersAsync(freed, ct);
            db.Add(new AuditLine("end", "series", id.Value, "Ended", by, now));
            return new EndSeriesOutcome.Ended(beyond.Count);
        }, () => new EndSeriesOutcome.Busy(), ct);
}
