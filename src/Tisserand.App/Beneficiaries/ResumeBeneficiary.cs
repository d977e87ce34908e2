using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Beneficiaries;

/// <summary>What a return led to.</summary>
public abstract record ReturnOutcome
{
    private ReturnOutcome() { }

    /// <param name="Requests">Open again: they had rested, and their time has not passed.</param>
    /// <param name="Visits">Of them, those that are again the visit of a series' main volunteer.</param>
    public sealed record Back(int Requests, int Visits) : ReturnOutcome;

    public sealed record NotAway : ReturnOutcome;

    public sealed record NotFound : ReturnOutcome;

    public sealed record Busy : ReturnOutcome;
}

/// <summary>She is back: what rested and can still be served is open again, and her series make requests from today on.</summary>
public sealed class ResumeBeneficiary(TisserandDb db, TimeProvider time, Attention attention, SeriesVisits visits)
{
    public Task<ReturnOutcome> RunAsync(BeneficiaryId id, Actor by, CancellationToken ct) =>
        db.DecideAsync<ReturnOutcome>(async () =>
        {
            var beneficiary = await db.Beneficiaries.Include(b => b.Pauses).SingleOrDefaultAsync(b => b.Id == id, ct);
            if (beneficiary is null) return new ReturnOutcome.NotFound();
            var now = time.Now();
            var ended = beneficiary.Pauses.Where(p => p.EndedAt is null && p.From <= now.LocalDay()).ToList();
            if (ended.Count == 0) return new ReturnOutcome.NotAway();
            foreach (var pause in ended)
            {
                pause.Ends(now);
                await attention.SettleAsync(ReturnsDue.KeyOf(pause.Id), now, ct);
            }

            beneficiary.MoveTo(PersonState.Active, now);
            var series = await db.RecurringNeeds.Where(s => s.BeneficiaryId == id && s.State == SeriesState.Active).ToListAsync(ct);
            foreach (var one in series) one.RequestsExistUntil(null);
            var back = await OpenAgainAsync(beneficiary, series, now, ct);
            db.Add(new AuditLine("return", "beneficiary", id.Value, "Back", by, now));
            return back;
        }, () => new ReturnOutcome.Busy(), ct);

    private async Task<ReturnOutcome.Back> OpenAgainAsync(Beneficiary beneficiary, List<RecurringNeed> series, Instant now, CancellationToken ct)
    {
        var rested = await db.Whole().Where(r => r.BeneficiaryId == beneficiary.Id && r.State == RequestState.Cancelled && r.EndReason == EndReason.Pause && r.LatestStart > now)
            .OrderBy(r => r.EarliestStart).ToListAsync(ct);
        int requests = 0, again = 0;
        foreach (var request in rested.Where(r => !beneficiary.Pauses.Any(p => p.Covers(r.EarliestStart.LocalDay()))))
        {
            var theirs = request.RecurringNeedId is null ? null : series.Find(s => s.Id == request.RecurringNeedId);
            if (request.RecurringNeedId is not null && theirs is null) continue;             // its series has ended meanwhile
            var came = request.Visits.Where(v => v.EndedAt == request.ClosedAt).Select(v => (VolunteerId?)v.VolunteerId).FirstOrDefault();
            if (!request.Resume(now)) continue;
            requests++;
            if (theirs is null) request.AsksFirst(came ?? request.AskFirst);
            else if (await visits.PlanAsync(request, theirs, now, ct) is not null) again++;
        }

        return new ReturnOutcome.Back(requests, again);
    }
}
