using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>How a pool is indexed.</summary>
public sealed record IndexOptions
{
    /// <summary>The span for which time is kept as bits. Needs outside it are ranked as exactly, only slower.</summary>
    public required Interval Horizon { get; init; }

    /// <summary>Grain of these bits.</summary>
    public Duration Slot { get; init; } = Duration.FromMinutes(30);

    /// <summary>Skills and languages that needs ask for, among which the rare are reserved; null when any may be.</summary>
    public IReadOnlySet<string>? AskedTraits { get; init; }

    /// <summary>Positions and areas of communes.</summary>
    public CommuneTable Communes { get; init; } = CommuneTable.Shipped;

    /// <summary>What is rare, when the pool is only a part of those who can be asked; null to find it in the pool.</summary>
    public Rarity? Rarity { get; init; }
}

/// <summary>The best candidates of a pool for one need.</summary>
/// <param name="Best">Highest value first, ties by id.</param>
/// <param name="ReservePoints">What holding something rare cost here; 0 when nobody else could come.</param>
public sealed record Ranking(IReadOnlyList<RankedCandidate> Best, int ReservePoints);
