using NodaTime;

namespace Tisserand.Matching;

/// <summary>Why somebody cannot be proposed. Closed; each case has a French and an English sentence.</summary>
public abstract record Obstacle
{
    private Obstacle() { }

    /// <summary>Too far even if the positions err in her favour. Minutes are rounded to 5.</summary>
    public sealed record TooFar(int AboutMinutes, int MaxMinutes) : Obstacle;

    public sealed record SkillMissing(string Skill) : Obstacle;

    public sealed record CheckMissing(string Check) : Obstacle;

    public sealed record CheckExpired(string Check, Instant Until) : Obstacle;

    /// <param name="Closest">Her free span nearest to what is asked, long enough or not; null when she gave none.</param>
    public sealed record NotAvailable(Interval? Closest) : Obstacle;

    /// <param name="By">The engagement in the way, travel not included.</param>
    public sealed record AlreadyTaken(Interval By) : Obstacle;

    public sealed record WeeklyCap(int Visits, int Max) : Obstacle;

    /// <summary>"Plus jamais ensemble", from either side. Never explained to the other person.</summary>
    public sealed record Excluded : Obstacle;

    public sealed record LanguageCondition(string Language) : Obstacle;

    /// <param name="Wanted">What the beneficiary made a condition.</param>
    /// <param name="IsKnown">False when the volunteer's own is not known.</param>
    public sealed record SexCondition(Sex Wanted, bool IsKnown) : Obstacle;

    /// <summary>She comes with an animal and the beneficiary wants none.</summary>
    public sealed record AnimalsCondition : Obstacle;

    /// <summary>An animal lives there and she avoids them.</summary>
    public sealed record AnimalOnSite : Obstacle;

    public sealed record Paused(Instant? Until) : Obstacle;

    public sealed record CoolDown(Instant Until) : Obstacle;
}
