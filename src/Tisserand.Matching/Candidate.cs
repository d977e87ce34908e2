using System.Collections.Frozen;
using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>Sex as a person gave it; used only where a beneficiary made it a condition.</summary>
public enum Sex
{
    Female,
    Male,
}

/// <summary>A volunteer as matching sees her: no name, no address, figures as of the day the pool is read.</summary>
public sealed record Candidate
{
    public required Guid Id { get; init; }

    /// <summary>Where she leaves from.</summary>
    public required Place Home { get; init; }

    public TravelMode Mode { get; init; } = TravelMode.Car;

    /// <summary>Longest journey from home to where the help begins, one way.</summary>
    public Duration TravelBudget { get; init; } = Duration.FromMinutes(20);

    /// <summary>What she can do or has, as codes of the taxonomy.</summary>
    public IReadOnlySet<string> Skills { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Checks passed, each with the instant it ends (excluded); null where it never ends.</summary>
    public IReadOnlyDictionary<string, Instant?> Checks { get; init; } = FrozenDictionary<string, Instant?>.Empty;

    /// <summary>Languages spoken, ISO 639 codes.</summary>
    public IReadOnlySet<string> Languages { get; init; } = FrozenSet.Create(StringComparer.Ordinal, "fr");

    public Sex? Sex { get; init; }

    public IReadOnlySet<string> Interests { get; init; } = FrozenSet<string>.Empty;

    /// <summary>She comes with an animal.</summary>
    public bool BringsAnimal { get; init; }

    /// <summary>She does not go where an animal lives (allergy, fear).</summary>
    public bool AvoidsAnimals { get; init; }

    /// <summary>When she can help, over the horizon that is matched; any order, may touch or overlap.</summary>
    public IReadOnlyList<Interval> Availability { get; init; } = [];

    /// <summary>Visits and other engagements already taken; any order.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    public bool IsPaused { get; init; }

    /// <summary>When the pause ends; null while its end is not known.</summary>
    public Instant? PausedUntil { get; init; }

    /// <summary>Rest between two solicitations, chosen by her or by the cooperative.</summary>
    public Instant? CoolDownUntil { get; init; }

    /// <summary>Most visits she wants in one week; null for no limit.</summary>
    public int? MaxVisitsPerWeek { get; init; }

    /// <summary>Weeks of the horizon in which she has visits, and how many.</summary>
    public IReadOnlyList<VisitWeek> VisitWeeks { get; init; } = [];

    /// <summary>Beneficiaries she is never proposed to, whichever side asked for it.</summary>
    public IReadOnlySet<Guid> ExcludedBeneficiaries { get; init; } = FrozenSet<Guid>.Empty;

    /// <summary>Need types (either level) she likes.</summary>
    public IReadOnlySet<string> Likes { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Need types (either level) she would rather leave to others; soft.</summary>
    public IReadOnlySet<string> Dislikes { get; init; } = FrozenSet<string>.Empty;

    public CandidateHistory History { get; init; } = CandidateHistory.None;

    /// <summary>Whether she may not be asked anything at that instant.</summary>
    public bool IsPausedAt(Instant now) => IsPaused && (PausedUntil is not { } end || now < end);
}

/// <summary>Time already given: from its first place to its last, travel to and from it not included.</summary>
public readonly record struct Commitment(Interval When, Place From, Place To);

/// <summary>A week, Monday to Monday in the territory's zone, and the visits she has in it.</summary>
public readonly record struct VisitWeek(Interval Week, int Visits);
