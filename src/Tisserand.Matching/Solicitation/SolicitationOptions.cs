using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>Starting values of solicitation; the cooperative's own replace them.</summary>
public sealed record SolicitationOptions
{
    public static SolicitationOptions Default { get; } = new();

    /// <summary>Wanted chance that enough people among those being asked say yes.</summary>
    public Probability Target { get; init; } = new(0.9);

    /// <summary>Most answers awaited at once while more than <see cref="Early"/> remains before the deadline; it wins over the
    /// target. People, for one free place; each further place allows one more.</summary>
    public int MostAtOnceEarly { get; init; } = 5;

    /// <summary>Real time before the deadline above which nobody is in a hurry.</summary>
    public Duration Early { get; init; } = Duration.FromDays(3);

    /// <summary>Most answers awaited at once later on. People, counted as for <see cref="MostAtOnceEarly"/>.</summary>
    public int MostAtOnce { get; init; } = 7;

    /// <summary>Share of the waking time left before the deadline after which a silent person is no longer waited for.</summary>
    public double PatienceShare { get; init; } = 1.0 / 3;

    /// <summary>Least waiting for an answer: waking time, and real time too.</summary>
    public Duration LeastPatience { get; init; } = Duration.FromMinutes(45);

    /// <summary>Longest waiting for an answer: waking time.</summary>
    public Duration MostPatience { get; init; } = Duration.FromHours(24);

    /// <summary>The coordinator is called in when confidence falls under this…</summary>
    public Probability CallBelow { get; init; } = new(0.5);

    /// <summary>…and the visit begins within this real time.</summary>
    public Duration CallWithin { get; init; } = Duration.FromHours(48);

    /// <summary>Most solicitations of one person in any 7 days, exceptions aside.</summary>
    public int BudgetPerWeek { get; init; } = 2;

    /// <summary>Most solicitations of one person in any 30 days, exceptions aside.</summary>
    public int BudgetPerMonth { get; init; } = 6;

    /// <summary>Waves take the likeliest of the list (fewest questions) instead of its top (its order counts).</summary>
    public bool LikeliestFirst { get; init; }

    /// <summary>Chance that enough people say yes, from the chances of those who have been or can still be asked, in order,
    /// and the number of free places. Independent answers to begin with; the cooperative hands in its recalibrated one.</summary>
    public Func<IReadOnlyList<Probability>, int, Probability> Confidence { get; init; } = Waves.ChanceOfEnough;
}
