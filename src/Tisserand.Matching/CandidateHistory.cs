using System.Collections.Frozen;
using NodaTime;

namespace Tisserand.Matching;

/// <summary>What is known of a volunteer's past, counted by the caller as of the day the pool is read.</summary>
public sealed record CandidateHistory
{
    /// <summary>A newcomer.</summary>
    public static CandidateHistory None { get; } = new();

    /// <summary>Solicitations received in the last 14 days.</summary>
    public int AskedLast14Days { get; init; }

    /// <summary>Latest solicitation; null when never asked.</summary>
    public Instant? LastAskedAt { get; init; }

    /// <summary>Answers per first level of the taxonomy.</summary>
    public IReadOnlyDictionary<string, AnswerCounts> Answers { get; init; } = FrozenDictionary<string, AnswerCounts>.Empty;

    /// <summary>Visits done per first level of the taxonomy.</summary>
    public IReadOnlyDictionary<string, int> VisitsDone { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Visits done with each beneficiary, and how they went.</summary>
    public IReadOnlyDictionary<Guid, Together> Together { get; init; } = FrozenDictionary<Guid, Together>.Empty;
}

/// <summary>How somebody answered when asked. Asked = Yes + No + Silent once every answer is in.</summary>
public readonly record struct AnswerCounts(int Yes, int No, int Silent)
{
    public int Asked => Yes + No + Silent;

    public static AnswerCounts operator +(AnswerCounts a, AnswerCounts b) =>
        new(a.Yes + b.Yes, a.No + b.No, a.Silent + b.Silent);

    public static AnswerCounts Add(AnswerCounts left, AnswerCounts right) => left + right;
}

/// <summary>What two people have lived together.</summary>
/// <param name="Visits">Visits done.</param>
/// <param name="AverageRating">Mean of both sides' ratings, 1 to 5; null when nobody rated.</param>
/// <param name="WouldDoAgain">Latest answer to "recommenceriez-vous ?", false as soon as one side said no; null
/// when not asked.</param>
public readonly record struct Together(int Visits, double? AverageRating = null, bool? WouldDoAgain = null);
