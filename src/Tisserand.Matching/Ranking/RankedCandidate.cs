using NodaTime;

namespace Tisserand.Matching;

/// <summary>An eligible volunteer with everything that placed her where she is.</summary>
/// <param name="Who">The volunteer.</param>
/// <param name="Start">Earliest start that suits everybody.</param>
/// <param name="AboutMinutes">Journey there, rounded to 5 minutes.</param>
/// <param name="Doubts">What to verify.</param>
/// <param name="Acceptance">Card A, filled in.</param>
/// <param name="Visit">Card B, filled in.</param>
/// <param name="Value">Priority + A × B + policy.</param>
public sealed record RankedCandidate(
    Candidate Who,
    Instant Start,
    int AboutMinutes,
    IReadOnlyList<Doubt> Doubts,
    CardScore Acceptance,
    CardScore Visit,
    PairValue Value)
{
    public Chances Chances => new(Acceptance.Chance, Visit.Chance);
}
