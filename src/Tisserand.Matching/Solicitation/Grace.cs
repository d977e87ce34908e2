using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>The delay in which somebody on duty can stop an automatic validation before any message leaves.</summary>
public static class Grace
{
    public static Duration Usual { get; } = Duration.FromMinutes(30);

    /// <summary>When the delay ends: it runs only while somebody is on duty.</summary>
    /// <param name="validatedAt">When the list was validated without a person.</param>
    /// <param name="duty">Hours at which somebody coordinates the territory.</param>
    /// <param name="length">Length in duty time; null = <see cref="Usual"/>.</param>
    /// <returns>Null when nobody is on duty long enough within 400 days: then nothing may be validated automatically.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static Instant? EndsAt(Instant validatedAt, WakingHours duty, Duration? length = null) =>
        duty.AddWaking(validatedAt, length ?? Usual);
}
