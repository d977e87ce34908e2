using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>What to do for a request now. Closed.</summary>
public abstract record SolicitationStep
{
    private SolicitationStep() { }

    /// <summary>Those whose time to answer has run out, in list order. A later yes is still welcome.</summary>
    public IReadOnlyList<Guid> Silent { get; init; } = [];

    /// <summary>Ask these people, all at once.</summary>
    /// <param name="Questions">Whom, in list order; never empty.</param>
    /// <param name="Reason">Why now.</param>
    /// <param name="NextLookAt">When to look again if nothing changes before.</param>
    public sealed record Ask(IReadOnlyList<Question> Questions, WaveReason Reason, Instant NextLookAt) : SolicitationStep;

    /// <summary>Do nothing until then, unless something changes before.</summary>
    public sealed record Wait(Instant Until, WaitReason Reason) : SolicitationStep;

    /// <summary>Put the request on the list of whoever is on duty, once for each reason.</summary>
    /// <param name="Reason">Why a person is needed.</param>
    /// <param name="Meanwhile">What goes on all the same: an <see cref="Ask"/> or a <see cref="Wait"/>; null when nothing can.</param>
    public sealed record CallCoordinator(CoordinatorReason Reason, SolicitationStep? Meanwhile) : SolicitationStep;
}

/// <summary>One person to ask.</summary>
/// <param name="Volunteer">Whom.</param>
/// <param name="Outside">Why the question does not count in her budget; null when it does.</param>
public readonly record struct Question(Guid Volunteer, BudgetException? Outside);

/// <summary>Why a question stands outside the budget of solicitations. A coordinator's own call is the third, and is hers.</summary>
public enum BudgetException { OwnRegular, UrgentWelcome }

public enum WaveReason { FirstWave, AskedAlone, Reopened, NeedChanged, RefusalReplaced, SilenceFollowed, ListContinued }

public enum WaitReason { AnswersAwaited, QuietHours, BudgetsSpent }

public enum CoordinatorReason { LowConfidence, ListExhausted, QuietUntilDeadline, DeadlinePassed }
