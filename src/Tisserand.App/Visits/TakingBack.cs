using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Visits;

/// <summary>A volunteer's visits are given back: their requests wait again, with a higher priority, the known second of a series being asked
/// first. Who is on duty sees at once what begins before anybody may be asked. The caller tells people. Nothing is saved here.</summary>
public sealed class TakingBack(TisserandDb db, Calendars calendars, Attention attention, RequestNews news)
{
    /// <param name="visits">Planned, with their whole request.</param>
    /// <param name="reason">Of <see cref="VisitEndReasons"/>.</param>
    /// <param name="words">Why, in her words.</param>
    /// <param name="by">Who acts.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task ApplyAsync(IReadOnlyCollection<Visit> visits, string reason, string? words, Actor by, Instant now, CancellationToken ct)
    {
        if (visits.Count == 0) return;
        var seconds = await SecondsAsync(visits, ct);
        var waking = (await calendars.WakingHoursAsync(visits.First().TerritoryId, ct)).NextWaking(now) ?? Instant.MaxValue;
        foreach (var visit in visits)
        {
            var request = visit.Request;
            if (!visit.EndAs(VisitState.CancelledByVolunteer, reason, now)) continue;
            request.Proposals.FirstOrDefault(p => p.Id == visit.ProposalId)?.TakesBackYes(now, words);
            request.GiveBackPlace(now);
            request.AsksFirst(First(request, visit.VolunteerId, seconds));
            await news.HushAsync(visit.Id, ct);
            db.Add(new AuditLine("take_back", "visit", visit.Id.Value, reason, by, now));
            if (visit.Start < waking || request.Deadline <= now)
            {
                await attention.RaiseAsync(visit.TerritoryId, AttentionReasons.VisitWithoutVolunteer, $"without/{visit.Id.Value:N}", now,
                    request: request.Id, visit: visit.Id, beneficiary: visit.BeneficiaryId, ct: ct);
            }
        }
    }

    private static VolunteerId? First(HelpRequest request, VolunteerId gone, Dictionary<RecurringNeedId, VolunteerId> seconds)
    {
        var next = request.RecurringNeedId is { } series && seconds.TryGetValue(series, out var second) ? second : request.AskFirst;
        var saidNo = request.Proposals.Any(p => p.VolunteerId == next && p.State == ProposalState.Declined);
        return next == gone || saidNo ? null : next;
    }

    private Task<Dictionary<RecurringNeedId, VolunteerId>> SecondsAsync(IEnumerable<Visit> visits, CancellationToken ct)
    {
        var series = visits.Select(v => v.Request.RecurringNeedId).OfType<RecurringNeedId>().Distinct().ToList();
        return db.RecurringNeeds.Where(s => series.Contains(s.Id) && s.SecondVolunteerId != null).Select(s => new { s.Id, s.SecondVolunteerId })
            .ToDictionaryAsync(s => s.Id, s => s.SecondVolunteerId!.Value, ct);
    }
}
