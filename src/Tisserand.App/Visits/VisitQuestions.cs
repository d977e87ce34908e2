using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Matching.Solicitation;

namespace Tisserand.App.Visits;

/// <summary>Writes the messages around an agreed visit: its address, its reminders, the question after it. Nothing is saved here.</summary>
public sealed class VisitQuestions(NeedCatalogue needs, Outbox outbox, PublicAddress site)
{
    /// <summary>Beginning of the key of a question that also asks how it was.</summary>
    internal const string HowWasIt = "how/";

    public async Task GiveAddressAsync(Visit visit, CancellationToken ct)
    {
        var (to, with) = (visit.Volunteer.Person, visit.Request.Beneficiary!);
        var taxonomy = await needs.CurrentAsync(ct);
        var words = new RequestWords(taxonomy, to.Language);
        var labels = with.PracticalNeeds.Select(taxonomy.PracticalNeeds.Find).OfType<ListEntry>().Select(e => to.Language == "en" ? e.En : e.Fr).ToList();
        await outbox.WriteAsync(MessageKind.AddressDisclosure, to.Id,
            new MessageValues.AddressDisclosure(words.Activity(visit.Request.NeedType), words.At(visit.Start), VisitMessages.NameOf(with.Person),
                AddressOf(visit.Request, with.Person), PhoneOf(with.Person), labels.Count == 0 ? null : string.Join(", ", labels)),
            About(visit, $"address/{visit.Id.Value:N}/{visit.Start.ToUnixTimeSeconds()}", visit.End), ct);
    }

    /// <returns>Whether it was not said before.</returns>
    public async Task<bool> RemindVolunteerAsync(Visit visit, ReminderKind which, CancellationToken ct)
    {
        var person = visit.Volunteer.Person;
        var words = new RequestWords(await needs.CurrentAsync(ct), person.Language);
        return await outbox.WriteAsync(MessageKind.ReminderVolunteer, person.Id,
            new MessageValues.ReminderVolunteer(words.Activity(visit.Request.NeedType), words.At(visit.Start), VisitMessages.NameOf(visit.Request.Beneficiary!.Person),
                RequestWords.Commune(visit.Request.PlaceInsee), site.Volunteer),
            About(visit, ReminderKey(visit, which), visit.Start), ct);
    }

    public async Task RemindBeneficiaryAsync(Visit visit, ReminderKind which, CancellationToken ct)
    {
        var (person, request) = (visit.Request.Beneficiary!.Person, visit.Request);
        var words = new RequestWords(await needs.CurrentAsync(ct), person.Language);
        await outbox.WriteAsync(MessageKind.ReminderBeneficiary, person.Id,
            new MessageValues.ReminderBeneficiary(words.Activity(request.NeedType), words.At(request.AppointmentAt ?? visit.Start), VisitMessages.NameOf(visit.Volunteer.Person),
                request.AppointmentAt is null ? null : TimeOf(visit.Start, person)),
            About(visit, ReminderKey(visit, which), visit.Start), ct);
    }

    /// <param name="visit">Over.</param>
    /// <param name="side">Who is asked.</param>
    /// <param name="howWasIt">Satisfaction too.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public async Task AskAsync(Visit visit, FeedbackSide side, bool howWasIt, CancellationToken ct)
    {
        var (helper, helped) = (visit.Volunteer.Person, visit.Request.Beneficiary!.Person);
        var to = side == FeedbackSide.Volunteer ? helper : helped;
        var words = new RequestWords(await needs.CurrentAsync(ct), to.Language);
        var (number, activity, when) = (QuestionNumbers.Of(visit.Id), words.Activity(visit.Request.NeedType), words.At(visit.Start));
        MessageValues values = side == FeedbackSide.Volunteer
            ? new MessageValues.AfterVisitVolunteer(number, activity, when, VisitMessages.NameOf(helped), howWasIt, site.Volunteer)
            : new MessageValues.AfterVisitBeneficiary(number, activity, when, VisitMessages.NameOf(helper), howWasIt, Link: null);
        await outbox.WriteAsync(values.Kind, to.Id, values, About(visit, (howWasIt ? HowWasIt : "took-place/") + $"{visit.Id.Value:N}", null), ct);
    }

    internal static string TimeOf(Instant at, Person reader) =>
        reader.Language == "en" ? EnglishText.Time(at.Local().TimeOfDay) : FrenchText.Time(at.Local().TimeOfDay);

    /// <summary>Where she goes: the pick-up, then the destination of a trip.</summary>
    internal static string AddressOf(HelpRequest request, Person helped)
    {
        var atHome = request.PlaceStreet is null || request.PlaceStreet == helped.Street;
        var from = Join(request.PlaceStreet ?? helped.Street, atHome ? helped.StreetExtra : null, RequestWords.Commune(request.PlaceInsee));
        return request.DestinationInsee is null ? from : $"{from} → {Join(request.DestinationAddress, RequestWords.Commune(request.DestinationInsee))}";
    }

    internal static string? PhoneOf(Person person) => person.Contacts.FirstOrDefault(c => c.Kind != ContactKind.Email) is { } number
        ? FrenchPhone.Shown(number.Value)
        : null;

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static string ReminderKey(Visit visit, ReminderKind which) => $"reminder/{visit.Id.Value:N}/{visit.Start.ToUnixTimeSeconds()}/{which}";

    private static MessageAbout About(Visit visit, string key, Instant? uselessAfter) =>
        new(visit.TerritoryId, key, visit.RequestId, visit.ProposalId, visit.Id, UselessAfter: uselessAfter);
}
