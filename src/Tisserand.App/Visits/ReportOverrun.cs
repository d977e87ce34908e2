using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Visits;

/// <summary>What reporting an overrun led to.</summary>
public abstract record OverrunOutcome
{
    private OverrunOutcome() { }

    /// <param name="Expected">When her next person may expect her, roughly.</param>
    public sealed record NextWarned(VisitId Next, Instant Expected) : OverrunOutcome;

    /// <summary>Nobody waits, or she will still be there in time.</summary>
    public sealed record NobodyWaits : OverrunOutcome;

    /// <summary>5 to 240 more minutes.</summary>
    public sealed record OutOfRange : OverrunOutcome;

    /// <summary>Only during the visit.</summary>
    public sealed record NotNow : OverrunOutcome;

    public sealed record NotFound : OverrunOutcome;

    public sealed record Busy : OverrunOutcome;
}

/// <summary>A visit lasts longer than booked: the volunteer's next person of the day is warned.</summary>
public sealed class ReportOverrun(TisserandDb db, TimeProvider time, NeedCatalogue needs, Outbox outbox)
{
    /// <summary>What nobody minds.</summary>
    private static readonly Duration Unnoticed = Duration.FromMinutes(5);

    private static readonly Duration Longest = Duration.FromHours(4);

    /// <param name="id">The visit.</param>
    /// <param name="volunteer">Whose visit it is.</param>
    /// <param name="moreMinutes">How much longer she thinks to stay, from now.</param>
    /// <param name="by">Herself, or the coordinator she called.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<OverrunOutcome> RunAsync(VisitId id, VolunteerId volunteer, int moreMinutes, Actor by, CancellationToken ct) =>
        db.DecideAsync<OverrunOutcome>(async () =>
        {
            if (moreMinutes is < 5 or > 240) return new OverrunOutcome.OutOfRange();
            var visit = await db.Visits.Include(v => v.Request).Include(v => v.Volunteer).ThenInclude(v => v.Person)
                .SingleOrDefaultAsync(v => v.Id == id && v.VolunteerId == volunteer, ct);
            if (visit is null) return new OverrunOutcome.NotFound();
            var now = time.Now();
            if (!visit.IsPlanned || now < visit.Start || now > visit.End + Longest) return new OverrunOutcome.NotNow();

            visit.Overruns(now);
            db.Add(new AuditLine("overrun", "visit", id.Value, $"{moreMinutes} min", by, now));
            return await WarnAsync(visit, now + Duration.FromMinutes(moreMinutes), ct);
        }, () => new OverrunOutcome.Busy(), ct);

    private async Task<OverrunOutcome> WarnAsync(Visit visit, Instant ends, CancellationToken ct)
    {
        var midnight = visit.Start.LocalDay().PlusDays(1).StartInParis();
        var next = await db.Visits.Include(v => v.Request).ThenInclude(r => r.Beneficiary!).ThenInclude(b => b.Person).ThenInclude(p => p.Contacts)
            .Where(v => v.VolunteerId == visit.VolunteerId && v.State == VisitState.Planned && v.Start > visit.Start && v.Start < midnight)
            .OrderBy(v => v.Start).FirstOrDefaultAsync(ct);
        if (next?.Request.Beneficiary is not { } waits) return new OverrunOutcome.NobodyWaits();

        var journey = Travel.Between(CommuneTable.Shipped, EndOf(visit.Request), next.Request.Place, ModeOf(visit.Volunteer.Transport));
        var expected = ends + Duration.FromMinutes(journey.IsKnown ? journey.AboutMinutes : 0);
        if (expected <= next.Start + Unnoticed) return new OverrunOutcome.NobodyWaits();

        var words = new RequestWords(await needs.CurrentAsync(ct), waits.Person.Language);
        await outbox.WriteAsync(MessageKind.OverrunWarning, waits.PersonId,
            new MessageValues.OverrunWarning(words.Activity(next.Request.NeedType), words.At(next.Start), VisitMessages.NameOf(visit.Volunteer.Person), VisitQuestions.TimeOf(expected, waits.Person)),
            new MessageAbout(next.TerritoryId, $"overrun/{next.Id.Value:N}/{expected.ToUnixTimeSeconds()}", next.RequestId, Visit: next.Id, UselessAfter: expected), ct);
        return new OverrunOutcome.NextWarned(next.Id, expected);
    }

    private static Place EndOf(HelpRequest request) =>
        request.Trip is TripKind.Simple or TripKind.OutwardLeg or TripKind.ReturnLeg && request.DestinationInsee is { } insee ? new Place(insee, null) : request.Place;

    private static TravelMode ModeOf(Transport transport) => transport switch
    {
        Transport.OnFoot => TravelMode.Foot,
        Transport.Bicycle => TravelMode.Bicycle,
        Transport.Bus => TravelMode.Bus,
        _ => TravelMode.Car,
    };
}
