using Microsoft.EntityFrameworkCore;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Visits;

/// <summary>Tells both sides what was agreed, each on a channel that reaches her.</summary>
public sealed class VisitMessages(TisserandDb db, NeedCatalogue needs, Outbox outbox)
{
    public async Task AgreedAsync(Visit visit, Volunteer volunteer, CancellationToken ct)
    {
        var taxonomy = await needs.CurrentAsync(ct);
        var request = visit.Request;
        var beneficiary = request.Beneficiary ?? await db.Beneficiaries.Include(b => b.Person).ThenInclude(p => p.Contacts)
            .SingleAsync(b => b.Id == visit.BeneficiaryId, ct);

        var toHer = new RequestWords(taxonomy, volunteer.Person.Language);
        await outbox.WriteAsync(MessageKind.VisitAgreedVolunteer, volunteer.PersonId,
            new MessageValues.VisitAgreedVolunteer(
                toHer.Activity(request.NeedType), toHer.At(visit.Start), NameOf(beneficiary.Person),
                RequestWords.Commune(request.PlaceInsee), RequestWords.Commune(request.DestinationInsee),
                AddressComesLater: true, SomebodyComesAlong: request.People > 1, Link: null),
            About(visit, "agreed"), ct);

        var toBeneficiary = new RequestWords(taxonomy, beneficiary.Person.Language);
        await outbox.WriteAsync(MessageKind.VisitAgreedBeneficiary, beneficiary.PersonId,
            new MessageValues.VisitAgreedBeneficiary(
                toBeneficiary.Activity(request.NeedType), toBeneficiary.At(request.AppointmentAt ?? visit.Start), NameOf(volunteer.Person),
                request.AppointmentAt is null ? null : FrenchText.Time(visit.Start.Local().TimeOfDay), SomebodyComesAlong: request.People > 1),
            About(visit, "agreed"), ct);
    }

    public static ShortName NameOf(People.Person person) =>
        new(string.IsNullOrWhiteSpace(person.FirstName) ? "Une personne" : person.FirstName, person.LastName);

    private static MessageAbout About(Visit visit, string what) => new(
        visit.TerritoryId, $"{what}/{visit.Id.Value:N}", visit.RequestId, visit.ProposalId, visit.Id, UselessAfter: visit.End);
}
