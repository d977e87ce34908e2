using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>One request's worth of a need that was read without a mistake.</summary>
public sealed record NeedLeg
{
    private readonly NeedInput _input;

    internal NeedLeg(NeedInput input, NeedTypeDefinition type, WantedTrip trip, WantedPlace place, NeedTime time)
    {
        _input = input;
        Type = type;
        Time = time;
        Place = place;
        Destination = input.Destination;
        (UsualMinutes, BookedMinutes) = (type.UsualMinutes, type.LongMinutes);
        Trip = trip switch
        {
            WantedTrip.None => TripKind.None,
            WantedTrip.ReturnWithWaiting => TripKind.ReturnWithWaiting,
            _ => TripKind.Simple,
        };
    }

    public NeedTypeDefinition Type { get; }

    public NeedTime Time { get; private init; }

    public WantedPlace Place { get; private init; }

    public WantedDestination? Destination { get; private init; }

    public TripKind Trip { get; private init; }

    public int UsualMinutes { get; private init; }

    public int BookedMinutes { get; private init; }

    internal NeedLeg Outward(Taxonomy taxonomy) => WithoutWaiting(taxonomy) with { Trip = TripKind.OutwardLeg };

    internal NeedLeg Back(Taxonomy taxonomy, NeedTime time) => WithoutWaiting(taxonomy) with
    {
        Trip = TripKind.ReturnLeg,
        Time = time,
        Place = new WantedPlace(Destination!.Insee, Destination.Address),
        Destination = new WantedDestination(Place.Insee, Place.Street),
    };

    /// <summary>Nobody waits at the appointment between two legs: each books no longer than a plain journey of its root type.</summary>
    private NeedLeg WithoutWaiting(Taxonomy taxonomy)
    {
        if (Type.Parent is not { } root || taxonomy.Find(root) is not { } plain) return this;
        var usual = Math.Min(UsualMinutes, plain.UsualMinutes);
        return this with { UsualMinutes = usual, BookedMinutes = Math.Max(usual, Math.Min(BookedMinutes, plain.LongMinutes)) };
    }

    /// <summary>Writes it on a new or changed request.</summary>
    public void WriteOn(HelpRequest request, HelpRequestId? otherLeg)
    {
        request.Takes(Time.Earliest, Time.Latest, Time.Appointment, UsualMinutes, BookedMinutes, Type.NoticeHours * 60);
        request.Happens(new Place(Place.Insee, Place.Point), Place.Street, Destination?.Insee, Destination?.Address, Trip, otherLeg);
        request.Wants(_input.People, _input.IsUrgent, _input.OneAtATime ?? Type.OneAtATime);
        request.Says(string.IsNullOrWhiteSpace(_input.Text) ? null : _input.Text.Trim(), request.StrangerContact);
    }
}
