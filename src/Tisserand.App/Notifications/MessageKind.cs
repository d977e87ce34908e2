namespace Tisserand.App.Notifications;

/// <summary>What a message says. Each has its texts in MessageTexts.resx, per channel.</summary>
public enum MessageKind
{
    Solicitation, PlaceTaken, NoLongerNeeded, VisitAgreedVolunteer, VisitAgreedBeneficiary, VisitCancelledToVolunteer, VisitCancelledToBeneficiary,
    ReplacementFound, VisitChanged, OtherLegCancelled, ReminderVolunteer, ReminderBeneficiary, AfterVisitVolunteer, AfterVisitBeneficiary,
    SeriesAgreed, SeriesReview, PauseReturnQuestion, DayCalledOff, OverrunWarning, SignInCode, RequestReceived, RequestUnmet,
    CoordinatorAlert, AddressDisclosure, UnclearReply, StopConfirmed, Welcome,
}
