using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Notifications.Replies;

/// <summary>A question that somebody may answer with yes or no.</summary>
/// <param name="Person">Who was asked.</param>
/// <param name="Number">"OUI 47"; null where the question has no number.</param>
/// <param name="Activity">As she reads it.</param>
/// <param name="When">As she reads it.</param>
public abstract record OpenQuestion(PersonId Person, int? Number, string Activity, string When)
{
    /// <summary>Would you help?</summary>
    /// <param name="IsWaiting">False for one that has lapsed or was withdrawn lately: a yes may still come.</param>
    public sealed record Help(PersonId Person, int? Number, string Activity, string When, ProposalId Proposal, VolunteerId Volunteer, bool IsWaiting)
        : OpenQuestion(Person, Number, Activity, When);

    /// <summary>Did it take place?</summary>
    public sealed record AfterVisit(PersonId Person, int? Number, string Activity, string When, VisitId Visit, FeedbackSide Side)
        : OpenQuestion(Person, Number, Activity, When);

    /// <summary>Does the new time suit you?</summary>
    public sealed record Reconfirm(PersonId Person, int? Number, string Activity, string When, VisitId Visit, VolunteerId Volunteer)
        : OpenQuestion(Person, Number, Activity, When);

    /// <summary>Do you go on?</summary>
    public sealed record GoOn(PersonId Person, int? Number, string Activity, string When, RecurringNeedId Series)
        : OpenQuestion(Person, Number, Activity, When);

    /// <summary>Do your visits start again?</summary>
    public sealed record Return(PersonId Person, int? Number, string Activity, string When, BeneficiaryId Beneficiary)
        : OpenQuestion(Person, Number, Activity, When);

    /// <summary>Do you take this alert in hand?</summary>
    /// <param name="Account">The coordinator who was called.</param>
    public sealed record Danger(PersonId Person, int? Number, string Activity, string When, Safety.DangerAlertId Alert, TerritoryId Territory, AccountId Account)
        : OpenQuestion(Person, Number, Activity, When);

    public Instant? AskedAt { get; init; }
}

/// <summary>What an answer led to, whatever the question was.</summary>
public abstract record Answered
{
    private Answered() { }

    /// <summary>« C'est vous » : the visit is hers.</summary>
    public sealed record Planned(VisitId Visit) : Answered;

    /// <summary>Somebody was quicker: thanked, and remembered.</summary>
    public sealed record TooLate : Answered;

    /// <summary>Something stands against it now.</summary>
    public sealed record NoLongerPossible(string Reason) : Answered;

    public sealed record Noted : Answered;

    /// <summary>She had already answered this.</summary>
    public sealed record AlreadyAnswered : Answered;

    /// <summary>A person has to look at it.</summary>
    public sealed record ToCoordinator : Answered;

    /// <summary>Nothing was changed; the same answer may come again.</summary>
    public sealed record Busy : Answered;
}
