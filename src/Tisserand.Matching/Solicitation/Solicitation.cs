using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>Who is asked, when, and when a person takes over: the whole policy of solicitation. Nothing else decides.</summary>
public static class Solicitation
{
    /// <summary>What to do for an open request now. Called at every change and at the instant the last step named.</summary>
    /// <param name="state">The facts; nothing is remembered between two calls.</param>
    /// <param name="options">Starting values.</param>
    /// <remarks>People are drawn from the top of the list until, with those whose answers are awaited, enough yes are likely
    /// enough. A refusal or a silence lowers that chance, and the same rule then fills it up. Nobody is asked in her quiet hours,
    /// beyond her budget, after a no, twice for one need, or after the deadline. O(n² × days) time for n people, since the rest of
    /// the list is rehearsed as if nobody answered.</remarks>
    /// <exception cref="ArgumentException">No place is free, a person stands twice on the list, or an answer has no instant.</exception>
    public static SolicitationStep Next(SolicitationState state, SolicitationOptions options)
    {
        var prospects = Read(state, options);
        var round = new Round(state, options, prospects);
        var asked = round.Ask();
        IReadOnlyList<Guid> silent = [.. prospects.Where(p => p.HasFallenSilent).Except(asked).Select(p => p.Who.Volunteer)];
        if (state.Now >= state.Deadline)
            return new SolicitationStep.CallCoordinator(CoordinatorReason.DeadlinePassed, null) { Silent = silent };

        var look = round.NextLook();
        SolicitationStep? goesOn = asked.Count > 0 ? new SolicitationStep.Ask([.. asked.Select(p => new Question(p.Who.Volunteer, p.Outside))], WhyAsk(prospects, asked, state), look)
            : round.Waiting.Any() ? new SolicitationStep.Wait(look, WaitReason.AnswersAwaited)
            : round.SomebodyIsLeft ? new SolicitationStep.Wait(look, WhyNobody(round))
            : null;
        SolicitationStep step = WhyCall(round, state, options) is { } why ? new SolicitationStep.CallCoordinator(why, goesOn) : goesOn!;
        return step with { Silent = silent };
    }

    /// <summary>Everybody whose yes can still come: those whose answers are awaited, then those who can be asked before the
    /// deadline if nobody answers, every wave counted, in the order they will be asked.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Next"/>.</exception>
    public static IReadOnlyList<Guid> StillPossible(SolicitationState state, SolicitationOptions options) =>
        [.. Rehearse(new Round(state, options, Read(state, options)), state).Select(p => p.Who.Volunteer)];

    private static List<Prospect> Read(SolicitationState state, SolicitationOptions options)
    {
        if (state.FreePlaces < 1) throw new ArgumentException("A request without a free place asks nobody.", nameof(state));
        if (state.List.DistinctBy(v => v.Volunteer).Count() != state.List.Count)
            throw new ArgumentException("A volunteer stands twice on the list.", nameof(state));
        if (state.List.Any(v => v.Answer is Answer.No && (v.AnsweredAt ?? v.AskedAt) is null))
            throw new ArgumentException("A refusal has no instant.", nameof(state));
        return [.. state.List.Select(v => new Prospect(v, state, options))
            .OrderByDescending(p => state.ReopenedAt is not null && p.Who.Tie != Tie.None)
            .ThenBy(p => p.Who.Rank).ThenBy(p => p.Who.Volunteer)];
    }

    /// <summary>Plays the rest as if nobody answered.</summary>
    private static List<Prospect> Rehearse(Round round, SolicitationState state)
    {
        var possible = round.Waiting.ToList();
        possible.AddRange(round.Ask());
        while (round.NextLook() is var look && look < state.Deadline)
        {
            round.MoveTo(look);
            possible.AddRange(round.Ask());
        }

        return possible;
    }

    private static CoordinatorReason? WhyCall(Round round, SolicitationState state, SolicitationOptions options)
    {
        var isNear = state.VisitStart - state.Now <= options.CallWithin;
        if (round.SomebodyIsLeft)
            return isNear && IsLow(Rehearse(round, state)) ? CoordinatorReason.LowConfidence : null;

        var waiting = round.Waiting.ToList();
        var sleep = round.Reserve.Any(p => p.WithinBudget(state.Now) < state.Deadline);
        if (waiting.Count > 0 && !((isNear || sleep) && IsLow(waiting))) return null;
        return sleep ? CoordinatorReason.QuietUntilDeadline : CoordinatorReason.ListExhausted;

        bool IsLow(IReadOnlyList<Prospect> people) =>
            options.Confidence([.. people.Select(p => p.Chance)], state.FreePlaces).Value < options.CallBelow.Value;
    }

    private static WaitReason WhyNobody(Round round) =>
        round.Reserve.Any(p => p.EarliestAsk(round.At) is not null && p.WithinBudget(round.At) == round.At)
            ? WaitReason.QuietHours : WaitReason.BudgetsSpent;

    private static WaveReason WhyAsk(List<Prospect> prospects, IReadOnlyList<Prospect> asked, SolicitationState state)
    {
        if (asked[0].Who.AskAlone) return WaveReason.AskedAlone;
        var before = prospects.Where(p => p.WasAskedSinceReopening).ToList();
        if (before.Count == 0)
            return prospects.Exists(p => p.WasAsked) ? WaveReason.Reopened
                : prospects.Exists(p => p.Who.AskedAt is not null) ? WaveReason.NeedChanged
                : WaveReason.FirstWave;
        var last = before.Max(p => p.Who.AskedAt);
        return before.Exists(p => p.Who.Answer == Answer.No && p.Who.AnsweredAt >= last) ? WaveReason.RefusalReplaced
            : before.Exists(p => p.Standing == Standing.Silent) ? WaveReason.SilenceFollowed
            : WaveReason.ListContinued;
    }
}
