using Tisserand.App.Visits;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>What a yes led to. Closed: each page and the API treat every case.</summary>
public abstract record AcceptOutcome
{
    private AcceptOutcome() { }

    public sealed record Planned(Visit Visit) : AcceptOutcome;

    /// <summary>Somebody was quicker; she is thanked, and her yes is kept.</summary>
    public sealed record TooLate : AcceptOutcome;

    /// <summary>Something stands against it now: another visit at that hour, a pause, an exclusion.</summary>
    public sealed record NoLongerPossible(IReadOnlyList<Obstacle> Why) : AcceptOutcome;

    public sealed record NotWaiting(ProposalState State) : AcceptOutcome;

    public sealed record NotYours : AcceptOutcome;

    /// <summary>Too many people at once; nothing was changed, and she may tap again.</summary>
    public sealed record Busy : AcceptOutcome;
}
