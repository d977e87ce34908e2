using NodaTime;

namespace Tisserand.App.Visits;

/// <summary>How much a volunteer may know of the person she visits.</summary>
public enum DisclosureLevel
{
    /// <summary>Activity, time, pick-up district and destination commune, journey, whether she waits, practical needs. No name.</summary>
    BeforeYes,

    /// <summary>First name and initial besides.</summary>
    AfterYes,

    /// <summary>Address and phone besides; the door code by one tap, which is noted.</summary>
    Near,

    /// <summary>Over or called off: first name and initial, for her own history.</summary>
    After,
}

/// <summary>What a volunteer sees, and when. Every page, message and sheet asks here.</summary>
public static class Disclosure
{
    public static readonly Duration Before = Duration.FromHours(48), Afterwards = Duration.FromHours(24);

    /// <param name="visit">Her visit; null before her yes.</param>
    /// <param name="now">The instant of the look.</param>
    /// <param name="standingPair">She is the main volunteer of an active series with this person: she keeps address and phone as long as it is active.</param>
    public static DisclosureLevel At(Visit? visit, Instant now, bool standingPair) => visit is null
        ? DisclosureLevel.BeforeYes
        : At(visit.State, visit.Start, visit.End, now, standingPair);

    /// <remarks>Near is half-open: from 48 h before the start, included, to 24 h after the end, excluded.</remarks>
    public static DisclosureLevel At(VisitState state, Instant start, Instant end, Instant now, bool standingPair) => state switch
    {
        VisitState.CancelledByVolunteer or VisitState.CancelledByBeneficiary => DisclosureLevel.After,
        _ when standingPair => DisclosureLevel.Near,
        _ when now < start - Before => DisclosureLevel.AfterYes,
        _ when now < end + Afterwards => DisclosureLevel.Near,
        _ => DisclosureLevel.After,
    };
}
