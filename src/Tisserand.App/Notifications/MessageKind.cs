namespace Tisserand.App.Notifications;

/// <summary>Why a message leaves. Stored: names may be added, never changed.</summary>
public enum MessageKind
{
    /// <summary>Would you help? The only kind that quiet hours and budgets bind.</summary>
    Solicitation,
    /// <summary>Her yes came after somebody else's: thanked, and remembered.</summary>
    PlaceTaken,
    /// <summary>Her yes cannot be kept any more, and why.</summary>
    NoLongerPossible,
    VisitAgreedVolunteer,
    VisitAgreedBeneficiary,
    VisitCancelledToVolunteer,
    VisitCancelledToBeneficiary,
    ReplacementFound,
    VisitChanged,
    /// <summary>The other leg of a return trip was cancelled; this one stands.</summary>
    OtherLegCancelled,
    ReminderVolunteer,
    ReminderBeneficiary,
    AfterVisitVolunteer,
    AfterVisitBeneficiary,
    SeriesAgreed,
    SeriesReview,
    PauseReturnQuestion,
    DayCalledOff,
    OverrunWarning,
    SignInCode,
    RequestReceived,
    RequestUnmet,
    CoordinatorAlert,
    /// <summary>Address and phone, 48 h before at the earliest: the only text that holds an address.</summary>
    AddressDisclosure,
    /// <summary>An answer that could mean several requests gets the question back.</summary>
    UnclearReply,
    StopConfirmed,
    Welcome,
    /// <summary>Words of danger get a fixed text at once, on the channel they came by.</summary>
    DangerAnswer,
    /// <summary>Those on call are told of a danger, on every channel they have.</summary>
    DangerAlert,
    /// <summary>What a message said that has left does not hold; a coordinator writes what does.</summary>
    Correction,
}
