using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.Safety;

namespace Tisserand.App.Tests.Notifications;

/// <summary>One message of each kind as it leaves on an ordinary day, each value given, long ones preferred.</summary>
internal static class TypicalMessages
{
    public static readonly Sender Redon = new("Tisserand Redon", "02 99 00 00 00");

    private const string Activity = "Trajet pour un rendez-vous";
    private const string When = "mardi 15 décembre à 14 h 30";
    private static readonly ShortName Jeanne = new("Jeanne", "Morvanec");
    private static readonly ShortName Paul = new("Jean-Paul", "Le Gallic");
    private static readonly Uri Link = new("https://tisserand.example/r/8fK2pQ");

    public static IReadOnlyList<MessageValues> All { get; } =
    [
        new MessageValues.Solicitation(47, Activity, When, "environ 2 h", "Redon centre", "Saint-Nicolas-de-Redon",
            "environ 25 min aller-retour", true, "donner le bras pour marcher", "lundi 18 h", Link),
        new MessageValues.PlaceTaken(Activity, When),
        new MessageValues.NoLongerPossible(Activity, When, "Vous avez déjà une visite à cette heure"),
        new MessageValues.VisitAgreedVolunteer(Activity, When, Jeanne, "Redon centre", "Saint-Nicolas-de-Redon", true, true, Link),
        new MessageValues.VisitAgreedBeneficiary(Activity, When, Paul, "13 h 45", true),
        new MessageValues.VisitCancelledToVolunteer(Activity, When, Jeanne),
        new MessageValues.VisitCancelledToBeneficiary(Activity, When, true),
        new MessageValues.ReplacementFound(Activity, When, Paul),
        new MessageValues.VisitChanged(Activity, When, "mercredi 16 décembre à 10 h", Paul, 51, Link),
        new MessageValues.OtherLegCancelled(Activity, When, TripLeg.Return, TripLeg.Outward),
        new MessageValues.ReminderVolunteer(Activity, When, Jeanne, "Redon centre", Link),
        new MessageValues.ReminderBeneficiary(Activity, When, Paul, "13 h 45"),
        new MessageValues.AfterVisitVolunteer(48, Activity, When, Jeanne, true, Link),
        new MessageValues.AfterVisitBeneficiary(49, Activity, When, Paul, true, Link),
        new MessageValues.SeriesAgreed("Conversation", "chaque jeudi à 14 h 30", "jeudi 3 décembre", "fin juin", Paul),
        new MessageValues.SeriesReview(50, "Conversation", "chaque jeudi à 14 h 30", Paul, Link),
        new MessageValues.PauseReturnQuestion(52, "lundi 21 décembre", Link),
        new MessageValues.DayCalledOff("mardi 15 décembre", "alerte neige", Activity, When),
        new MessageValues.OverrunWarning(Activity, When, Paul, "15 h"),
        new MessageValues.SignInCode("274913", 10, Link),
        new MessageValues.RequestReceived(Activity, When, true, "jeudi 12 h", Link, "mercredi 30 septembre à 14 h 30"),
        new MessageValues.RequestUnmet(Activity, When),
        new MessageValues.CoordinatorAlert("Une visite de demain n’a plus personne", Activity, When, Link),
        new MessageValues.AddressDisclosure(Activity, When, Jeanne, "12 rue des Saulniers, 35600 Redon", "02 99 00 00 12",
            "donner le bras pour marcher"),
        new MessageValues.UnclearReply([new(47, "Courses alimentaires et marché", "mardi 15 décembre à 10 h"),
            new(48, "Conversation", "jeudi 17 décembre à 14 h")]),
        new MessageValues.StopConfirmed(),
        new MessageValues.Welcome(2, Link),
        new MessageValues.DangerAnswer(string.Join(' ', DangerSentences.Codes.Where(c => c is "Violence" or "OnCall").Select(c => DangerSentences.Shipped.Of(c, "fr")))),
        new MessageValues.DangerAlert(4, new("Yvonne", "Morvanec"), "02 99 71 00 00", "quelqu’un dont on est sans nouvelles", "14 h 30", new("https://tisserand.exemple.fr/coordination/alerte/0199c0de-0000-7000-8000-000000000000")),
        new MessageValues.Correction("Ne tenez pas compte de notre message de mardi. La visite a bien lieu."),
    ];

    public static MessageValues Of(MessageKind kind) => All.Single(v => v.Kind == kind);
}
