using NodaTime;

namespace Tisserand.Matching;

/// <summary>What should be verified before relying on somebody; she stays eligible. Closed.</summary>
public abstract record Doubt
{
    private Doubt() { }

    /// <summary>Too far as far as one knows, but within the uncertainty of the positions.</summary>
    public sealed record PerhapsTooFar(int AboutMinutes, int MaxMinutes) : Doubt;

    /// <summary>A commune whose position is not known: nothing can be said of the journey.</summary>
    public sealed record DistanceUnknown : Doubt;

    /// <summary>The check holds on the day and ends within 30 days of it.</summary>
    public sealed record CheckEndsSoon(string Check, Instant Until) : Doubt;
}
