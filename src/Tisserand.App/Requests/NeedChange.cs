using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>What of a need changes; null stays as it is.</summary>
public sealed record RequestChange
{
    public WantedTime? Time { get; init; }

    public WantedPlace? Place { get; init; }

    public WantedDestination? Destination { get; init; }

    public int? People { get; init; }

    public bool? IsUrgent { get; init; }

    public string? Text { get; init; }
}

/// <summary>What a change does to the visits that were agreed.</summary>
/// <param name="Moved">They go along with it; each volunteer is told, and stands on the list until she confirms.</param>
/// <param name="Freed">Their volunteer cannot come at the new time: she is told, and others are asked.</param>
public sealed record ChangedVisits(IReadOnlyList<VisitId> Moved, IReadOnlyList<VisitId> Freed);

/// <summary>Changes the time, place or people of a need. Nothing is saved here.</summary>
/// <remarks>A changed time or place frees a volunteer only when she cannot come any more: another visit, an absence, a pause. Otherwise the
/// visit moves with the need; she is told, and whoever is on duty sees it until she has said that it suits her.</remarks>
public sealed class NeedChange(TisserandDb db, StandsAgainst against, Attention attention, RequestNews news)
{
    /// <returns>The mistakes; none when it can be applied.</returns>
    public static IReadOnlyList<FieldError> Check(HelpRequest request, RequestChange change, Instant now, out NeedTime? time)
    {
        var errors = new List<FieldError>();
        time = change.Time is null ? null : NeedReading.Time(change.Time, "time", JourneyOf(request), now, errors);
        if (change.Place is { } place && CommuneTable.Shipped.Find(place.Insee) is null) errors.Add(new("place", FieldProblem.UnknownCommune));
        if (change.Destination is { } to && CommuneTable.Shipped.Find(to.Insee) is null) errors.Add(new("destination", FieldProblem.UnknownCommune));
        if (change.People is < 1 or > 10) errors.Add(new("people", FieldProblem.OutOfRange));
        else if (change.People < request.PlacesTaken) errors.Add(new("people", FieldProblem.FewerThanAgreed));
        if (change.Text?.Length > 2000) errors.Add(new("text", FieldProblem.TooLong));
        return errors;
    }

    /// <param name="request">Whole, alive, and checked.</param>
    /// <param name="change">Checked.</param>
    /// <param name="time">The new time, read by <see cref="Check"/>.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<ChangedVisits> ApplyAsync(HelpRequest request, RequestChange change, NeedTime? time, Actor by, Instant now, CancellationToken ct)
    {
        if (change.Text is { } text) request.Says(string.IsNullOrWhiteSpace(text) ? null : text.Trim(), request.StrangerContact);
        if (change.People is not null || change.IsUrgent is not null)
            request.Wants(change.People ?? request.People, change.IsUrgent ?? request.IsUrgent, request.OneAtATime);
        request.PeopleMayHaveChanged(now);
        db.Add(new AuditLine("change", "request", request.Id.Value, time is null ? "Changed" : "Moved", by, now));
        if (time is null && change.Place is null && change.Destination is null) return new ChangedVisits([], []);

        if (time is not null)
            request.Takes(time.Earliest, time.Latest, time.Appointment, request.UsualMinutes, request.BookedMinutes, request.NoticeMinutes);
        request.Happens(
            change.Place is { } place ? new Place(place.Insee, place.Point) : request.Place,
            change.Place is null ? request.PlaceStreet : change.Place.Street,
            change.Destination?.Insee ?? request.DestinationInsee,
            change.Destination is null ? request.DestinationAddress : change.Destination.Address,
            request.Trip, request.OtherLegId);
        request.NeedChanged(now);
        foreach (var proposal in request.Proposals.Where(p => p.State is ProposalState.Suggested or ProposalState.Validated or ProposalState.Notified)) proposal.Withdraw();
        await news.HushAsync([request.Id], ct);
        return await MoveVisitsAsync(request, change, now, ct);
    }

    private async Task<ChangedVisits> MoveVisitsAsync(HelpRequest request, RequestChange change, Instant now, CancellationToken ct)
    {
        var elsewhere = change.Place is not null || change.Destination is not null;
        List<Visit> moved = [], freed = [];
        foreach (var visit in request.Visits.Where(v => v.IsPlanned).ToList())
        {
            var before = visit.Start;
            var inside = before >= request.EarliestStart && before <= request.LatestStart;
            if (inside && !elsewhere) continue;
            visit.MovesTo(inside ? before : request.EarliestStart);
            if (await CanComeAsync(visit, now, ct))
            {
                moved.Add(visit);
                visit.Volunteer.Commits();
                visit.LookAgainAt(now);
                await news.MovedAsync(visit, before, ConfirmChangedVisit.NumberOf(visit.Id, request.Proposals.FirstOrDefault(p => p.Id == visit.ProposalId)?.ShortCode), ct);
                await attention.RaiseAsync(visit.TerritoryId, AttentionReasons.VisitToReconfirm, ConfirmChangedVisit.KeyOf(visit.Id), now,
                    request: request.Id, visit: visit.Id, volunteer: visit.VolunteerId, ct: ct);
            }
            else
            {
                freed.Add(visit);
                visit.MovesTo(before);                      // she is told of the visit she knew
                visit.EndAs(VisitState.CancelledByBeneficiary, VisitEndReasons.Moved, now);
                request.Proposals.FirstOrDefault(p => p.Id == visit.ProposalId)?.IsReleased();
                request.GiveBackPlace(now);
            }
        }

        await news.CalledOffToVolunteersAsync(freed, ct);
        await news.CalledOffToBeneficiariesAsync(freed, weLook: true, ct);
        return new ChangedVisits([.. moved.Select(v => v.Id)], [.. freed.Select(v => v.Id)]);
    }

    private async Task<bool> CanComeAsync(Visit visit, Instant now, CancellationToken ct)
    {
        var day = visit.Start.LocalDay();
        return !await db.Set<VolunteerAbsence>().AnyAsync(a => a.VolunteerId == visit.VolunteerId && a.From <= day && a.Until >= day, ct)
            && (await against.ReadAsync(visit.Request, visit.VolunteerId, now, ct)).Obstacles.Count == 0;
    }

    private static Duration JourneyOf(HelpRequest request) => request.DestinationInsee is { } to
        ? Duration.FromMinutes(Travel.Between(CommuneTable.Shipped, request.Place, new Place(to, null), TravelMode.Car).AboutMinutes)
        : Duration.Zero;
}
