using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>May this volunteer be proposed for this need?</summary>
/// <param name="Obstacles">Every obstacle, not the first; none means eligible.</param>
/// <param name="Doubts">What to verify.</param>
/// <param name="Start">Earliest start that suits everybody; null when not eligible.</param>
/// <param name="Travel">Journey from home to where the help begins.</param>
public sealed record Verdict(
    IReadOnlyList<Obstacle> Obstacles, IReadOnlyList<Doubt> Doubts, Instant? Start, TravelEstimate Travel)
{
    public bool IsEligible => Obstacles.Count == 0;
}
