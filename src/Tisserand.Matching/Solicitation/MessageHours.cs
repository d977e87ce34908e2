using System.Diagnostics;
using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>What a message is about, as far as hours go.</summary>
public enum Sending
{
    /// <summary>Would you help? Bound by quiet hours.</summary>
    Solicitation,

    /// <summary>A visit both sides count on: agreed, changed, cancelled, reminded.</summary>
    AgreedVisit,

    /// <summary>A human voice on the telephone.</summary>
    Call,
}

/// <summary>When a message may reach one person.</summary>
/// <param name="Solicitations">Hours of questions, her own choice included.</param>
/// <param name="AgreedVisits">Hours of messages about an agreed visit.</param>
/// <param name="Calls">Hours of calls.</param>
public sealed record MessageHours(WakingHours Solicitations, WakingHours AgreedVisits, WakingHours Calls)
{
    /// <summary>Nearer than this to the visit, a message about it passes at any hour.</summary>
    public Duration AnyHourWithin { get; init; } = Duration.FromHours(12);

    /// <summary>The hours of the cooperative, with what this person chose.</summary>
    /// <param name="zone">Zone in which hours are said.</param>
    /// <param name="isPublicHoliday">Which dates are public holidays there.</param>
    /// <param name="own">Her own hours for questions; null = the cooperative's.</param>
    public static MessageHours Of(DateTimeZone zone, Func<LocalDate, bool> isPublicHoliday, DailyHours? own = null) => new(
        WakingHours.Daily(own ?? DailyHours.Solicitation, zone, isPublicHoliday),
        WakingHours.Daily(DailyHours.AgreedVisit, zone, isPublicHoliday),
        WakingHours.Daily(DailyHours.Call, zone, isPublicHoliday));

    /// <summary>The earliest instant from <paramref name="now"/> on at which the message may leave; null when none comes.</summary>
    /// <param name="sending">What it is about.</param>
    /// <param name="now">When it is ready.</param>
    /// <param name="visitStart">Start of the agreed visit; null when it is about no visit, or several.</param>
    public Instant? EarliestSend(Sending sending, Instant now, Instant? visitStart = null) => sending switch
    {
        Sending.Solicitation => Solicitations.NextWaking(now),
        Sending.AgreedVisit when visitStart - now <= AnyHourWithin => now,
        Sending.AgreedVisit => AgreedVisits.NextWaking(now),
        Sending.Call => Calls.NextWaking(now),
        _ => throw new UnreachableException(),
    };
}
