using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Requests.Series;

/// <summary>What a yes to a series led to.</summary>
public abstract record SeriesYesOutcome
{
    private SeriesYesOutcome() { }

    /// <param name="Visits">Instances that already existed and are hers now.</param>
    public sealed record Promised(int Visits) : SeriesYesOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : SeriesYesOutcome;

    public sealed record Ended : SeriesYesOutcome;

    public sealed record NotFound : SeriesYesOutcome;

    public sealed record Busy : SeriesYesOutcome;
}

/// <summary>A volunteer says yes once, to the series, until a date: its instances are her visits without a new question.</summary>
public sealed class SayYesToSeries(TisserandDb db, TimeProvider time, SeriesVisits visits, SeriesNews news)
{
    public Task<SeriesYesOutcome> RunAsync(RecurringNeedId id, VolunteerId volunteer, LocalDate? until, Actor by, CancellationToken ct) =>
        db.DecideAsync<SeriesYesOutcome>(async () =>
        {
            var series = await db.RecurringNeeds.Include(s => s.Beneficiary).ThenInclude(b => b.Person).ThenInclude(p => p.Contacts)
                .SingleOrDefaultAsync(s => s.Id == id, ct);
            if (series is null) return new SeriesYesOutcome.NotFound();
            if (series.State == SeriesState.Ended) return new SeriesYesOutcome.Ended();
            var now = time.Now();
            if (!await db.Volunteers.AnyAsync(v => v.Id == volunteer && v.State == PersonState.Active, ct)) return new SeriesYesOutcome.Refused([new("volunteer", FieldProblem.UnknownPerson)]);
            if (until < now.LocalDay()) return new SeriesYesOutcome.Refused([new("until", FieldProblem.TimePassed)]);

            series.HasMain(volunteer, until);
            if (series.SecondVolunteerId == volunteer) series.HasSecond(null);
            var open = await db.Whole().Where(r => r.RecurringNeedId == id && r.State == RequestState.Open && r.LatestStart > now).OrderBy(r => r.EarliestStart).ToListAsync(ct);
            var hers = 0;
            foreach (var request in open.Where(r => series.MainOn(r.OccurrenceDate!.Value) == volunteer))
                if (await visits.PlanAsync(request, series, now, ct) is not null) hers++;
            await news.AgreedAsync(series, series.Beneficiary, volunteer, ct);
            db.Add(new AuditLine("promise", "series", id.Value, "Promised", by, now));
            return new SeriesYesOutcome.Promised(hers);
        }, () => new SeriesYesOutcome.Busy(), ct);
}
