using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests;

/// <summary>What calling off a day led to.</summary>
public abstract record DayOffOutcome
{
    private DayOffOutcome() { }

    /// <param name="Visits">Cancelled; both sides are told.</param>
    /// <param name="Ended">Requests that had to be that day.</param>
    /// <param name="Moved">Requests that can still take place on another day of their span.</param>
    public sealed record CalledOff(int Visits, int Ended, int Moved) : DayOffOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : DayOffOutcome;

    public sealed record Busy : DayOffOutcome;
}

/// <summary>Nothing takes place in a territory on one day (snow, flood): one action, everybody told. <see cref="CallOffDayPreview"/> shows it before.</summary>
public sealed class CallOffDay(TisserandDb db, TimeProvider time, RequestEnding ending, RequestNews news)
{
    /// <param name="territory">Where.</param>
    /// <param name="day">Today or later.</param>
    /// <param name="reason">What everybody may know, such as « alerte neige ».</param>
    /// <param name="by">The coordinator.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<DayOffOutcome> RunAsync(TerritoryId territory, LocalDate day, string reason, Actor by, CancellationToken ct) =>
        db.DecideAsync<DayOffOutcome>(async () =>
        {
            var now = time.Now();
            if (string.IsNullOrWhiteSpace(reason)) return new DayOffOutcome.Refused([new("reason", FieldProblem.Missing)]);
            if (reason.Length > 200) return new DayOffOutcome.Refused([new("reason", FieldProblem.TooLong)]);
            if (day < now.LocalDay()) return new DayOffOutcome.Refused([new("day", FieldProblem.TimePassed)]);

            var (from, until) = (day.StartInParis(), day.PlusDays(1).StartInParis());
            var touched = await db.TouchedBy(territory, day, now).Whole().ToListAsync(ct);
            var movable = touched.Where(r => r.LatestStart >= until || (r.EarliestStart < from && from > now)).ToList();
            var cancelled = new List<Visit>();
            foreach (var request in movable) cancelled.AddRange(Avoid(request, day, now));
            await news.HushAsync([.. movable.Select(r => r.Id)], ct);

            var ended = touched.Except(movable).ToList();
            cancelled.AddRange(await ending.EndAsync(ended, new Ending(RequestState.Cancelled, EndReason.DayCalledOff, null, VisitEndReasons.DayCalledOff), by, now, ct));
            await news.DayCalledOffAsync(cancelled, day, reason.Trim(), ct);
            db.Add(new AuditLine("call_off_day", "territory", territory.Value, day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture), by, now));
            return new DayOffOutcome.CalledOff(cancelled.Count, ended.Count, movable.Count);
        }, () => new DayOffOutcome.Busy(), ct);

    /// <summary>Its span has other days: it waits again, for the later ones where there are any; visits of another day stand.</summary>
    private static List<Visit> Avoid(HelpRequest request, LocalDate day, Instant now)
    {
        var off = request.Visits.Where(v => v.IsPlanned && v.Start.LocalDay() == day).ToList();
        foreach (var visit in off)
        {
            visit.EndAs(VisitState.CancelledByBeneficiary, VisitEndReasons.DayCalledOff, now);
            request.Proposals.FirstOrDefault(p => p.Id == visit.ProposalId)?.IsReleased();
            request.GiveBackPlace(now);
        }

        var (earliest, latest) = (request.EarliestStart, request.LatestStart);
        if (latest.LocalDay() > day) earliest = Instant.Min(latest, Instant.Max(earliest, ParisTime.At(day.PlusDays(1), earliest.Local().TimeOfDay)));
        else latest = Instant.Max(earliest, ParisTime.At(day.PlusDays(-1), latest.Local().TimeOfDay));
        request.Takes(earliest, latest, request.AppointmentAt, request.UsualMinutes, request.BookedMinutes, request.NoticeMinutes);
        foreach (var proposal in request.Proposals.Where(p => p.State is ProposalState.Suggested or ProposalState.Validated or ProposalState.Notified)) proposal.Withdraw();
        if (!request.Visits.Any(v => v.IsPlanned)) request.NeedChanged(now);
        return off;
    }
}
