using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>All that is known of one open request when somebody looks at it: facts only.</summary>
public sealed record SolicitationState
{
    public required Instant Now { get; init; }

    /// <summary>Latest start minus the notice its need type asks (to begin with 2 h). No question leaves from then on.</summary>
    public required Instant Deadline { get; init; }

    /// <summary>When the visit begins, as far as is known: its latest start.</summary>
    public required Instant VisitStart { get; init; }

    /// <summary>Places nobody has taken yet, at least 1.</summary>
    public int FreePlaces { get; init; } = 1;

    /// <summary>Urgent: those who opted in for urgent needs may be asked beyond their budget.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>"Une personne à la fois": one answer awaited at a time.</summary>
    public bool OneAtATime { get; init; }

    /// <summary>When time or place last changed (creation to begin with): whoever was asked before was asked for another need.</summary>
    public required Instant NeedChangedAt { get; init; }

    /// <summary>When a cancellation last reopened the request; null when never. Who was asked before and was silent, or said
    /// yes too late, may be asked again; people the beneficiary knows come first.</summary>
    public Instant? ReopenedAt { get; init; }

    /// <summary>Hours of solicitations where a person chose none.</summary>
    public required WakingHours Hours { get; init; }

    /// <summary>The validated list, in any order: ranks tell.</summary>
    public required IReadOnlyList<ListedVolunteer> List { get; init; }
}

/// <summary>How well the beneficiary knows somebody.</summary>
public enum Tie { None, Known, Regular }

/// <summary>What somebody answered the last time she was asked for this request.</summary>
public enum Answer
{
    None,

    /// <summary>Yes, and she holds a place.</summary>
    Yes,

    /// <summary>Yes, when the place was already taken.</summary>
    LateYes,

    /// <summary>No, or a yes she took back.</summary>
    No,

    /// <summary>Her time to answer ran out, or her question was taken back because somebody else was quicker.</summary>
    Silent,
}

/// <summary>One person of the validated list, with what happened between her and this request.</summary>
public sealed record ListedVolunteer
{
    public required Guid Volunteer { get; init; }

    /// <summary>Place in the validated list, the smallest first; ties by <see cref="Volunteer"/>.</summary>
    public required int Rank { get; init; }

    public required Probability ChanceOfYes { get; init; }

    /// <summary>A regular is asked outside her budget.</summary>
    public Tie Tie { get; init; }

    /// <summary>She opted in for urgent needs.</summary>
    public bool UrgentWelcome { get; init; }

    /// <summary>Asked before everybody else and alone: main volunteer of a series, or its known second.</summary>
    public bool AskAlone { get; init; }

    /// <summary>Her own hours of solicitations; null = the cooperative's.</summary>
    public WakingHours? OwnHours { get; init; }

    /// <summary>When she was last asked for this request; null when never.</summary>
    public Instant? AskedAt { get; init; }

    public Answer Answer { get; init; }

    public Instant? AnsweredAt { get; init; }

    /// <summary>When she was asked within her budget in the last 30 days, whatever the request; any order.</summary>
    public IReadOnlyList<Instant> RecentAsks { get; init; } = [];
}
