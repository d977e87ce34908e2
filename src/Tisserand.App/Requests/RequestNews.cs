using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests;

/// <summary>Tells people what became of requests and visits, each on a channel that reaches her; several visits in one message.</summary>
/// <remarks>Visits come with their volunteer, request and beneficiary loaded. Nothing is saved here.</remarks>
public sealed class RequestNews(TisserandDb db, TimeProvider time, NeedCatalogue needs, Outbox outbox)
{
    /// <summary>To each volunteer: she need not go.</summary>
    public async Task CalledOffToVolunteersAsync(IEnumerable<Visit> visits, CancellationToken ct)
    {
        foreach (var (mine, words, when) in Grouped(visits, v => v.Volunteer.Person, await needs.CurrentAsync(ct)))
        {
            await outbox.WriteAsync(MessageKind.VisitCancelledToVolunteer, mine[0].Volunteer.PersonId,
                new MessageValues.VisitCancelledToVolunteer(words.Activity(mine[0].Request.NeedType), when, NameOf(mine[0])), About(mine, "called-off"), ct);
        }
    }

    /// <summary>To each beneficiary: the person does not come, and whether another is looked for.</summary>
    public async Task CalledOffToBeneficiariesAsync(IEnumerable<Visit> visits, bool weLook, CancellationToken ct)
    {
        foreach (var (hers, words, when) in Grouped(visits, v => v.Request.Beneficiary!.Person, await needs.CurrentAsync(ct)))
        {
            await outbox.WriteAsync(MessageKind.VisitCancelledToBeneficiary, hers[0].Request.Beneficiary!.PersonId,
                new MessageValues.VisitCancelledToBeneficiary(words.Activity(hers[0].Request.NeedType), when, weLook), About(hers, "called-off"), ct);
        }
    }

    /// <summary>To both sides: nothing takes place that day.</summary>
    public async Task DayCalledOffAsync(IReadOnlyList<Visit> visits, LocalDate day, string reason, CancellationToken ct)
    {
        var taxonomy = await needs.CurrentAsync(ct);
        var both = Grouped(visits, v => v.Volunteer.Person, taxonomy).Select(g => (g, Person: g.Visits[0].Volunteer.Person))
            .Concat(Grouped(visits, v => v.Request.Beneficiary!.Person, taxonomy).Select(g => (g, Person: g.Visits[0].Request.Beneficiary!.Person)));
        foreach (var ((concerned, words, when), person) in both)
        {
            var said = person.Language == "en" ? France.EnglishText.Date(day, withYear: false) : France.FrenchText.Date(day, withYear: false);
            await outbox.WriteAsync(MessageKind.DayCalledOff, person.Id,
                new MessageValues.DayCalledOff(said, reason, words.Activity(concerned[0].Request.NeedType), when), About(concerned, "day-off"), ct);
        }
    }

    /// <summary>To the volunteer: the visit moved, and her answer is awaited.</summary>
    public async Task MovedAsync(Visit visit, Instant before, int number, CancellationToken ct)
    {
        var words = new RequestWords(await needs.CurrentAsync(ct), visit.Volunteer.Person.Language);
        await outbox.WriteAsync(MessageKind.VisitChanged, visit.Volunteer.PersonId,
            new MessageValues.VisitChanged(words.Activity(visit.Request.NeedType), words.At(before), words.At(visit.Start), NameOf(visit), number, Link: null),
            About([visit], "moved"), ct);
    }

    /// <summary>To the volunteer of the leg that stands: the other one was cancelled.</summary>
    public async Task OtherLegCancelledAsync(Visit stands, HelpRequest cancelled, CancellationToken ct)
    {
        var words = new RequestWords(await needs.CurrentAsync(ct), stands.Volunteer.Person.Language);
        await outbox.WriteAsync(MessageKind.OtherLegCancelled, stands.Volunteer.PersonId,
            new MessageValues.OtherLegCancelled(words.Activity(stands.Request.NeedType), words.At(stands.Start), LegOf(cancelled), LegOf(stands.Request)),
            About([stands], "other-leg"), ct);
    }

    /// <summary>To her: nobody could be found this time.</summary>
    public async Task UnmetAsync(HelpRequest request, CancellationToken ct)
    {
        var words = new RequestWords(await needs.CurrentAsync(ct), request.Beneficiary!.Person.Language);
        await outbox.WriteAsync(MessageKind.RequestUnmet, request.Beneficiary.PersonId,
            new MessageValues.RequestUnmet(words.Activity(request.NeedType), words.When(request)), AboutRequest(request, "unmet"), ct);
    }

    /// <summary>To a known person: her request arrived, and somebody will call first.</summary>
    public async Task ReceivedAsync(HelpRequest request, Beneficiary beneficiary, CancellationToken ct)
    {
        var words = new RequestWords(await needs.CurrentAsync(ct), beneficiary.Person.Language);
        await outbox.WriteAsync(MessageKind.RequestReceived, beneficiary.PersonId,
            new MessageValues.RequestReceived(words.Activity(request.NeedType), words.When(request), WeCallFirst: true, AnswerExpected: null, Link: null),
            AboutRequest(request, "received"), ct);
    }

    /// <summary>To whoever wrote, by the way she wrote; when somebody reads it, where nobody does now.</summary>
    public async Task ReceivedAsync(HelpRequest request, Person writer, RequestSource source, string? notReadBefore, CancellationToken ct)
    {
        var words = new RequestWords(await needs.CurrentAsync(ct), writer.Language);
        await outbox.WriteAsync(MessageKind.RequestReceived, writer.Id,
            new MessageValues.RequestReceived(words.Activity(request.NeedType), words.When(request), WeCallFirst: true, AnswerExpected: null, Link: null, notReadBefore),
            AboutRequest(request, "received") with { Via = source == RequestSource.Email ? MessageChannel.Email : MessageChannel.Sms }, ct);
    }

    /// <summary>What still waits to be said about these requests has lost its reason.</summary>
    public async Task HushAsync(IReadOnlyCollection<HelpRequestId> requests, CancellationToken ct)
    {
        var about = requests.Select(id => (HelpRequestId?)id).ToList();
        foreach (var message in await db.OutgoingMessages.Where(m => m.State == MessageState.Waiting && about.Contains(m.RequestId)).ToListAsync(ct)) message.Expire();
    }

    /// <summary>What still waits to be said about this visit alone has lost its reason.</summary>
    public async Task HushAsync(VisitId visit, CancellationToken ct)
    {
        foreach (var message in await db.OutgoingMessages.Where(m => m.State == MessageState.Waiting && m.VisitId == visit).ToListAsync(ct)) message.Expire();
    }

    private static IEnumerable<(List<Visit> Visits, RequestWords Words, string When)> Grouped(IEnumerable<Visit> visits, Func<Visit, Person> reader, NeedTypes.Taxonomy taxonomy) =>
        visits.GroupBy(v => (Reader: reader(v).Id, v.VolunteerId, v.BeneficiaryId, v.Request.NeedType)).Select(group =>
        {
            var inOrder = group.OrderBy(v => v.Start).ThenBy(v => v.Id.Value).ToList();
            var words = new RequestWords(taxonomy, reader(inOrder[0]).Language);
            return (inOrder, words, string.Join(" ; ", inOrder.Select(v => words.At(v.Start))));
        });

    // The version tells this change from an earlier one of the same visit: each is said, and said once.
    private MessageAbout About(List<Visit> visits, string what)
    {
        var first = visits[0];
        return new MessageAbout(first.TerritoryId, $"{what}/{first.Id.Value:N}/{first.Request.Version}", first.RequestId, first.ProposalId, first.Id,
            UselessAfter: visits[^1].End, ByClick: first.Start.LocalDay() != time.Now().LocalDay());
    }

    private static MessageAbout AboutRequest(HelpRequest request, string what) =>
        new(request.TerritoryId, $"{what}/{request.Id.Value:N}/{request.Version}", request.Id);

    private static ShortName NameOf(Visit visit) => VisitMessages.NameOf(visit.Request.Beneficiary!.Person);

    private static TripLeg LegOf(HelpRequest request) => request.Trip == TripKind.ReturnLeg ? TripLeg.Return : TripLeg.Outward;
}
