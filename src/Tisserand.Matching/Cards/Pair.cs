using NodaTime;

namespace Tisserand.Matching;

/// <summary>One volunteer, one need, and when and from how far she would come: what features look at.</summary>
/// <param name="Who">The volunteer.</param>
/// <param name="Need">The need.</param>
/// <param name="Start">Start of the visit.</param>
/// <param name="AboutMinutes">Journey there, rounded to 5 minutes.</param>
public readonly record struct Pair(Candidate Who, Need Need, Instant Start, int AboutMinutes);
