using NodaTime;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>A need as somebody fills it in, in local time. Nothing is checked yet: <see cref="NeedReading"/> does that.</summary>
public sealed record NeedInput
{
    /// <summary>Code of the taxonomy.</summary>
    public required string NeedType { get; init; }

    /// <summary>The request's own words.</summary>
    public string? Text { get; init; }

    public required WantedTime Time { get; init; }

    public WantedTrip Trip { get; init; } = new WantedTrip.None();

    /// <summary>Where the help is, or the pick-up; null = her home.</summary>
    public WantedPlace? Place { get; init; }

    public WantedDestination? Destination { get; init; }

    public int People { get; init; } = 1;

    public bool IsUrgent { get; init; }

    /// <summary>Null = as its need type usually is.</summary>
    public bool? OneAtATime { get; init; }
}

/// <summary>When help is wanted, as people say it.</summary>
public abstract record WantedTime
{
    private WantedTime() { }

    public sealed record At(LocalDateTime Start) : WantedTime;

    public sealed record Between(LocalDateTime Earliest, LocalDateTime Latest) : WantedTime;

    /// <param name="Hour">Hour of the appointment.</param>
    /// <param name="PickUp">When she is fetched; null = early enough for the estimated journey.</param>
    public sealed record Appointment(LocalDateTime Hour, LocalDateTime? PickUp) : WantedTime;
}

/// <summary>Whether somebody is driven or led, and how she comes back.</summary>
public abstract record WantedTrip
{
    private WantedTrip() { }

    public sealed record None : WantedTrip;

    public sealed record Simple : WantedTrip;

    /// <summary>The volunteer waits there.</summary>
    public sealed record ReturnWithWaiting : WantedTrip;

    /// <summary>Two linked requests, which different volunteers may take.</summary>
    /// <param name="Return">When she comes back; null = « me rappeler quand c'est fini ».</param>
    public sealed record TwoLegs(WantedTime? Return) : WantedTrip;
}

public sealed record WantedPlace(string Insee, string? Street = null, GeoPoint? Point = null);

public sealed record WantedDestination(string Insee, string? Address = null);
