namespace Tisserand.App.Notifications.Texts;

/// <summary>What one message may say, and nothing more: a value without its place here cannot be disclosed.</summary>
/// <remarks>
/// Times, lengths and activities are already formatted in the reader's language, without a final stop
/// (<c>mardi 1er décembre à 14 h 30</c>, <c>environ 2 h</c>); the activity is the taxonomy's <c>Shown</c> name. A line of
/// the text that uses an absent value is left out; a flag keeps or drops its line.
/// </remarks>
public abstract record MessageValues(MessageKind Kind)
{
    /// <summary>The kind alone, so that no value slips into a log.</summary>
    public sealed override string ToString() => Kind.ToString();

    /// <summary>Before any yes: no name, no address. Places are a district and a commune.</summary>
    public sealed record Solicitation(int Number, string Activity, string When, string Duration, string? PickUpDistrict,
        string? DestinationCommune, string? Travel, bool WaitsThere, string? PracticalNeeds, string? AnswerBefore, Uri Link)
        : MessageValues(MessageKind.Solicitation);

    public sealed record PlaceTaken(string Activity, string When) : MessageValues(MessageKind.PlaceTaken);

    /// <param name="Reason">A short sentence without its stop, such as « Vous avez déjà une visite à cette heure ».</param>
    public sealed record NoLongerPossible(string Activity, string When, string Reason)
        : MessageValues(MessageKind.NoLongerPossible);

    public sealed record VisitAgreedVolunteer(string Activity, string When, ShortName Beneficiary, string? PickUpDistrict,
        string? DestinationCommune, bool AddressComesLater, bool SomebodyComesAlong, Uri? Link)
        : MessageValues(MessageKind.VisitAgreedVolunteer);

    /// <param name="PickUpAt">Hour at which she is fetched, when it differs from that of the appointment.</param>
    public sealed record VisitAgreedBeneficiary(string Activity, string When, ShortName Volunteer, string? PickUpAt,
        bool SomebodyComesAlong) : MessageValues(MessageKind.VisitAgreedBeneficiary);

    public sealed record VisitCancelledToVolunteer(string Activity, string When, ShortName Beneficiary)
        : MessageValues(MessageKind.VisitCancelledToVolunteer);

    public sealed record VisitCancelledToBeneficiary(string Activity, string When, bool WeLookForSomebody)
        : MessageValues(MessageKind.VisitCancelledToBeneficiary);

    public sealed record ReplacementFound(string Activity, string When, ShortName Volunteer)
        : MessageValues(MessageKind.ReplacementFound);

    /// <param name="Number">When an answer is needed; null when the change is only told.</param>
    public sealed record VisitChanged(string Activity, string OldWhen, string NewWhen, ShortName With, int? Number, Uri? Link)
        : MessageValues(MessageKind.VisitChanged);

    public sealed record OtherLegCancelled(string Activity, string When, TripLeg CancelledLeg, TripLeg YourLeg)
        : MessageValues(MessageKind.OtherLegCancelled);

    /// <param name="Link">To a page that asks to sign in before it shows the address.</param>
    public sealed record ReminderVolunteer(string Activity, string When, ShortName Beneficiary, string? PickUpDistrict, Uri? Link)
        : MessageValues(MessageKind.ReminderVolunteer);

    public sealed record ReminderBeneficiary(string Activity, string When, ShortName Volunteer, string? PickUpAt)
        : MessageValues(MessageKind.ReminderBeneficiary);

    /// <param name="HowWasIt">Satisfaction too is asked: once a month at most.</param>
    public sealed record AfterVisitVolunteer(int Number, string Activity, string When, ShortName Beneficiary, bool HowWasIt, Uri? Link)
        : MessageValues(MessageKind.AfterVisitVolunteer);

    /// <inheritdoc cref="AfterVisitVolunteer"/>
    public sealed record AfterVisitBeneficiary(int Number, string Activity, string When, ShortName Volunteer, bool HowWasIt, Uri? Link)
        : MessageValues(MessageKind.AfterVisitBeneficiary);

    /// <param name="Rhythm">Such as « chaque mardi à 14 h ».</param>
    public sealed record SeriesAgreed(string Activity, string Rhythm, string From, string? Until, ShortName With)
        : MessageValues(MessageKind.SeriesAgreed);

    public sealed record SeriesReview(int Number, string Activity, string Rhythm, ShortName With, Uri? Link)
        : MessageValues(MessageKind.SeriesReview);

    public sealed record PauseReturnQuestion(int Number, string ReturnDay, Uri? Link)
        : MessageValues(MessageKind.PauseReturnQuestion);

    /// <param name="Reason">What everybody may know, such as « alerte neige ».</param>
    public sealed record DayCalledOff(string Day, string Reason, string Activity, string When)
        : MessageValues(MessageKind.DayCalledOff);

    /// <param name="Expected">New hour, rough.</param>
    public sealed record OverrunWarning(string Activity, string When, ShortName Volunteer, string Expected)
        : MessageValues(MessageKind.OverrunWarning);

    public sealed record SignInCode(string Code, int MinutesValid, Uri? Link) : MessageValues(MessageKind.SignInCode);

    /// <param name="NotReadBefore">When somebody of the team reads next, where nobody does now.</param>
    /// <param name="AnswerExpected">When most such requests have their answer, such as « jeudi 12 h ».</param>
    public sealed record RequestReceived(string Activity, string When, bool WeCallFirst, string? AnswerExpected, Uri? Link, string? NotReadBefore = null)
        : MessageValues(MessageKind.RequestReceived);

    public sealed record RequestUnmet(string Activity, string When) : MessageValues(MessageKind.RequestUnmet);

    /// <param name="Reason">A short sentence without its stop and without a name, such as « Une visite de demain n’a plus personne ».</param>
    public sealed record CoordinatorAlert(string Reason, string Activity, string When, Uri Link)
        : MessageValues(MessageKind.CoordinatorAlert);

    public sealed record AddressDisclosure(string Activity, string When, ShortName Beneficiary, string Address,
        string? PersonPhone, string? PracticalNeeds) : MessageValues(MessageKind.AddressDisclosure);

    /// <param name="Waiting">The requests that wait for her answer, one or more.</param>
    public sealed record UnclearReply(IReadOnlyList<WaitingQuestion> Waiting) : MessageValues(MessageKind.UnclearReply);

    public sealed record StopConfirmed() : MessageValues(MessageKind.StopConfirmed);

    /// <param name="Words">A coordinator's own, read again before they leave.</param>
    public sealed record Correction(string Words) : MessageValues(MessageKind.Correction);

    public sealed record Welcome(int AsksPerWeek, Uri? Link) : MessageValues(MessageKind.Welcome);

    /// <param name="Text">Written by people and approved by the cooperative.</param>
    public sealed record DangerAnswer(string Text) : MessageValues(MessageKind.DangerAnswer);

    /// <param name="Who">Who wrote; null when it is not known.</param>
    /// <param name="PersonPhone">Her number, to call her at once.</param>
    /// <param name="Theme">What it seems to be about, such as « une chute ».</param>
    public sealed record DangerAlert(int Number, ShortName? Who, string? PersonPhone, string Theme, string At, Uri Link) : MessageValues(MessageKind.DangerAlert);
}

/// <summary>A leg of a return trip.</summary>
public enum TripLeg
{
    Outward,
    Return,
}

/// <summary>A request that waits for an answer, with its short number.</summary>
public sealed record WaitingQuestion(int Number, string Activity, string When);
