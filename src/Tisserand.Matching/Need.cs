using System.Collections.Frozen;
using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>A request as matching sees it: one need, one time or span, no name and no text.</summary>
public sealed record Need
{
    public required Guid Id { get; init; }

    public required Guid BeneficiaryId { get; init; }

    /// <summary>Code of the need type, such as <c>courses.pharmacie</c>.</summary>
    public required string Type { get; init; }

    /// <summary>First level of that type, under which answers and visits are counted.</summary>
    public required string FirstLevel { get; init; }

    /// <summary>The instant of the matching; pauses, rests and waiting are judged at it.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The help may begin at any instant of one of these, both ends included (a fixed hour has equal ends).</summary>
    public required IReadOnlyList<Interval> StartWindows { get; init; }

    /// <summary>Time kept for it: the need type's long duration.</summary>
    public required Duration Booked { get; init; }

    /// <summary>Where the help begins.</summary>
    public required Place From { get; init; }

    /// <summary>Where it ends; the same as <see cref="From"/> when nobody is driven.</summary>
    public required Place To { get; init; }

    /// <summary>Zone of the territory, in which "Tuesday morning" is meant.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public IReadOnlySet<string> RequiredSkills { get; init; } = FrozenSet<string>.Empty;

    public IReadOnlySet<string> UsefulSkills { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Checks that must still hold when the last possible visit ends.</summary>
    public IReadOnlySet<string> RequiredChecks { get; init; } = FrozenSet<string>.Empty;

    /// <summary>An animal lives where the help takes place.</summary>
    public bool AnimalOnSite { get; init; }

    public NeedConditions Conditions { get; init; } = NeedConditions.None;

    public NeedWishes Wishes { get; init; } = NeedWishes.None;

    public NeedPriority Priority { get; init; } = new();
}

/// <summary>What the beneficiary made a hard rule.</summary>
public sealed record NeedConditions
{
    public static NeedConditions None { get; } = new();

    /// <summary>Language that must be spoken, ISO 639.</summary>
    public string? Language { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>Nobody who comes with an animal.</summary>
    public bool NoAnimals { get; init; }
}

/// <summary>What would please her; soft.</summary>
public sealed record NeedWishes
{
    public static NeedWishes None { get; } = new();

    /// <summary>Languages she likes to speak, ISO 639.</summary>
    public IReadOnlySet<string> Languages { get; init; } = FrozenSet<string>.Empty;

    public IReadOnlySet<string> Interests { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Volunteers she asked for by name.</summary>
    public IReadOnlySet<Guid> Volunteers { get; init; } = FrozenSet<Guid>.Empty;

    /// <summary>She would rather see somebody she knows.</summary>
    public bool Continuity { get; init; }
}

/// <summary>What the priority of a request is made of.</summary>
public sealed record NeedPriority
{
    /// <summary>Steps of its need type, 0 (can wait) upwards.</summary>
    public int BaseSteps { get; init; }

    /// <summary>How long it has waited.</summary>
    public Duration Waiting { get; init; } = Duration.Zero;

    public bool FixedAppointment { get; init; }

    /// <summary>Reopened after a cancellation.</summary>
    public bool Reopened { get; init; }

    public bool AloneWithoutRelatives { get; init; }
}
