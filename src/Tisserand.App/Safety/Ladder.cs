using NodaTime;
using Tisserand.App.Accounts;

namespace Tisserand.App.Safety;

/// <summary>How those on call are called, one after the other, until one takes the alert in hand.</summary>
public sealed record LadderOptions
{
    public static LadderOptions Shipped { get; } = new();

    /// <summary>How long one has before the next is called.</summary>
    public Duration Step { get; init; } = Duration.FromMinutes(5);

    /// <summary>After that the alert stands on top of every coordinator's screen.</summary>
    public Duration OnEveryScreenAfter { get; init; } = Duration.FromMinutes(15);

    /// <summary>Pause before the ladder is climbed again; doubled each time.</summary>
    public Duration FirstPause { get; init; } = Duration.FromMinutes(15);

    public Duration LongestPause { get; init; } = Duration.FromHours(1);
}

/// <summary>What an alert does now.</summary>
public abstract record LadderStep
{
    private LadderStep() { }

    public sealed record Call(AccountId Who, Duration NextAfter) : LadderStep;

    public sealed record BeginAgain(Duration After) : LadderStep;

    /// <summary>There is nobody to call; looked at again later.</summary>
    public sealed record Nobody(Duration After) : LadderStep;

    /// <param name="ladder">Who may be called, in order; somebody may have come or gone since the last step.</param>
    /// <param name="called">Called in this round.</param>
    /// <param name="rounds">Rounds climbed in vain.</param>
    /// <param name="options">Delays.</param>
    public static LadderStep Next(IReadOnlyList<AccountId> ladder, IReadOnlyList<AccountId> called, int rounds, LadderOptions options)
    {
        if (ladder.Count == 0) return new Nobody(options.Step);
        var left = ladder.Where(a => !called.Contains(a)).ToList();
        if (left.Count > 0) return new Call(left[0], options.Step);
        var pause = options.FirstPause * (1 << Math.Min(rounds, 10));
        return new BeginAgain(Duration.Min(pause, options.LongestPause));
    }
}
