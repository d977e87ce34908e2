using NodaTime;

namespace Tisserand.Matching.Solicitation;

internal enum Standing { MayBeAsked, Waiting, Silent, Closed }

/// <summary>One person of the list, seen from the request: where she stands, and when she may be asked.</summary>
internal sealed class Prospect(ListedVolunteer who, SolicitationState state, SolicitationOptions options)
{
    private readonly WakingHours _hours = who.OwnHours ?? state.Hours;

    public ListedVolunteer Who => who;

    public Probability Chance => who.ChanceOfYes;

    /// <summary>Whether her last question was for the need as it is now.</summary>
    public bool WasAsked => who.AskedAt >= state.NeedChangedAt;

    public bool WasAskedSinceReopening => WasAsked && !(who.AskedAt < state.ReopenedAt);

    /// <summary>She has not answered and is no longer waited for.</summary>
    public bool HasFallenSilent => WasAsked && who.Answer == Answer.None && SilentAfter(who.AskedAt!.Value) <= state.Now;

    public Standing Standing
    {
        get
        {
            if (who.Answer == Answer.Yes) return Standing.Closed;
            if (who.Answer == Answer.No && (WasAsked || who.AnsweredAt >= state.NeedChangedAt)) return Standing.Closed;
            if (WasAsked && who.Answer == Answer.None && !HasFallenSilent) return Standing.Waiting;
            if (!WasAskedSinceReopening) return Standing.MayBeAsked;
            return who.Answer == Answer.LateYes ? Standing.Closed : Standing.Silent;
        }
    }

    public BudgetException? Outside =>
        who.Tie == Tie.Regular ? BudgetException.OwnRegular
        : state.IsUrgent && who.UrgentWelcome ? BudgetException.UrgentWelcome
        : null;

    /// <summary>When somebody asked at an instant is no longer waited for: a share of the waking time left to her, within bounds;
    /// and when no waking time is left before the deadline, since nothing better can come.</summary>
    public Instant SilentAfter(Instant askedAt)
    {
        var left = _hours.WakingTimeBetween(askedAt, state.Deadline);
        var patience = Duration.Min(Duration.Max(left * options.PatienceShare, options.LeastPatience), options.MostPatience);
        var silent = _hours.AddWaking(askedAt, Duration.Min(patience, left)) ?? state.Deadline;
        return Instant.Max(silent, askedAt + options.LeastPatience);
    }

    /// <summary>The earliest instant from <paramref name="from"/> on when she is awake and within her budget; null when none
    /// comes before the deadline.</summary>
    public Instant? EarliestAsk(Instant from) =>
        _hours.NextWaking(WithinBudget(from)) is { } at && at < state.Deadline ? at : null;

    /// <summary>The earliest instant from <paramref name="from"/> on when her budget allows a question.</summary>
    public Instant WithinBudget(Instant from)
    {
        if (Outside is not null) return from;
        return Instant.Max(Frees(Duration.FromDays(7), options.BudgetPerWeek), Frees(Duration.FromDays(30), options.BudgetPerMonth));

        // With n questions in a window that allows m, the (n − m + 1)th oldest must leave it: the mth newest.
        Instant Frees(Duration window, int most)
        {
            if (most <= 0) return Instant.MaxValue;
            var inWindow = who.RecentAsks.Where(asked => asked > from - window).OrderDescending().ToList();
            return inWindow.Count < most ? from : inWindow[most - 1] + window;
        }
    }
}
