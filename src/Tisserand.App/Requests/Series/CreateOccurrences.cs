using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Requests.Series;

/// <summary>Makes the requests of every series 28 days ahead, once each however often it runs.</summary>
public sealed class CreateOccurrences(TisserandDb db, IdSource ids, Calendars calendars, SeriesVisits visits)
{
    public const int DaysAhead = 28;

    /// <returns>How many requests were made.</returns>
    public async Task<int> RunDueAsync(Instant now, CancellationToken ct)
    {
        var horizon = now.LocalDay().PlusDays(DaysAhead);
        var due = await db.RecurringNeeds.Where(s => s.State == SeriesState.Active && (s.CreatedUntil == null || s.CreatedUntil < horizon))
            .OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct);
        var made = 0;
        foreach (var id in due)
        {
            made += await db.DecideAsync(() => MakeAsync(id, horizon, now, ct), ct);
            db.ChangeTracker.Clear();                       // one transaction, one series: the next begins with nothing of it
        }

        return made;
    }

    /// <summary>The same for one series, as soon as it is started.</summary>
    public Task<int> RunAsync(RecurringNeedId id, Instant now, CancellationToken ct) =>
        db.DecideAsync(() => MakeAsync(id, now.LocalDay().PlusDays(DaysAhead), now, ct), ct);

    private async Task<int> MakeAsync(RecurringNeedId id, LocalDate horizon, Instant now, CancellationToken ct)
    {
        var series = await db.RecurringNeeds.Include(s => s.Beneficiary).ThenInclude(b => b.Person)
            .Include(s => s.Beneficiary).ThenInclude(b => b.Pauses).AsSplitQuery().SingleAsync(s => s.Id == id, ct);
        if (series.State != SeriesState.Active || series.Beneficiary.State is PersonState.Left or PersonState.Deceased) return 0;

        var today = now.LocalDay();
        var from = series.CreatedUntil is { } until ? LocalDate.Max(today, until.PlusDays(1)) : today;
        var last = series.LastDate is { } end && end < horizon ? end : horizon;
        var calendar = await calendars.OfCommuneAsync(series.PlaceInsee, ct);
        var there = await db.HelpRequests.Where(r => r.RecurringNeedId == id && r.OccurrenceDate >= from).Select(r => r.OccurrenceDate).ToListAsync(ct);
        var made = 0;
        foreach (var day in SeriesRule.Days(series.Rule, series.FirstDate, from, last))
        {
            if (there.Contains(day) || IsSkipped(series, day, calendar) || ParisTime.At(day, series.StartsAt) <= now) continue;
            await MakeAsync(series, day, now, ct);
            made++;
        }

        series.RequestsExistUntil(horizon);
        return made;
    }

    private async Task MakeAsync(RecurringNeed series, LocalDate day, Instant now, CancellationToken ct)
    {
        var request = new HelpRequest(ids.New<HelpRequestId>(), series.TerritoryId, series.BeneficiaryId, series.NeedType, RequestSource.Recurring, now);
        var start = ParisTime.At(day, series.StartsAt);
        request.BelongsTo(series.Beneficiary);
        var (latest, appointment) = (start + Duration.FromMinutes(series.FlexibleMinutes), series.AppointmentAt is { } hour ? ParisTime.At(day, hour) : (Instant?)null);
        request.Takes(start, appointment < latest ? Instant.Max(start, appointment.Value) : latest, appointment, series.UsualMinutes, series.BookedMinutes, series.NoticeMinutes);
        request.Happens(new Place(series.PlaceInsee, series.PlacePoint), series.PlaceStreet, series.DestinationInsee, series.DestinationAddress, series.Trip, null);
        request.Says(series.Text, null);
        request.OccursIn(series.Id, day, askFirst: null);
        request.Open(now);
        db.Add(request);
        var visit = await visits.PlanAsync(request, series, now, ct);
        db.Add(new AuditLine("occur", "request", request.Id.Value, visit is null ? "Open" : "Matched", Actor.Machine, now));
    }

    private static bool IsSkipped(RecurringNeed series, LocalDate day, FrenchCalendar calendar) =>
        (series.NotInSchoolHolidays && calendar.IsSchoolHoliday(day))
        || (series.NotOnPublicHolidays && calendar.IsPublicHoliday(day))
        || series.Beneficiary.Pauses.Any(p => p.Covers(day));
}
