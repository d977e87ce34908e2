using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>What reading a need led to: one leg, two for an outward and a return journey, or every mistake found.</summary>
public abstract record NeedReading
{
    private const int MostPeople = 10, MostText = 2000, MinutesToSettle = 10;
    private static readonly Duration LongestSpan = Duration.FromDays(14), FarthestAhead = Duration.FromDays(400);
    private static readonly Duration SoonestOver = Duration.FromMinutes(30), LongestAppointment = Duration.FromHours(3);

    private NeedReading() { }

    public sealed record Read(IReadOnlyList<NeedLeg> Legs) : NeedReading;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : NeedReading;

    /// <summary>Checks a need and turns it into instants, lengths and places.</summary>
    /// <param name="input">As filled in.</param>
    /// <param name="taxonomy">In force; its long duration is what is booked.</param>
    /// <param name="home">Her home, used where no other place is given.</param>
    /// <param name="now">Nothing may begin before.</param>
    public static NeedReading Of(NeedInput input, Taxonomy taxonomy, WantedPlace? home, Instant now)
    {
        var errors = new List<FieldError>();
        var type = taxonomy.Find(input.NeedType);
        var place = input.Place ?? home;
        if (type is null) errors.Add(new("needType", FieldProblem.UnknownNeedType));
        if (input.Text?.Length > MostText) errors.Add(new("text", FieldProblem.TooLong));
        if (input.People is < 1 or > MostPeople) errors.Add(new("people", FieldProblem.OutOfRange));
        if (place is null) errors.Add(new("place", FieldProblem.Missing));
        else if (CommuneTable.Shipped.Find(place.Insee) is null) errors.Add(new("place", FieldProblem.UnknownCommune));

        var trip = input.Trip is WantedTrip.None && type?.IsTrip == true ? new WantedTrip.Simple() : input.Trip;
        if (input.Destination is { } to && CommuneTable.Shipped.Find(to.Insee) is null) errors.Add(new("destination", FieldProblem.UnknownCommune));
        else if (trip is not WantedTrip.None && input.Destination is null) errors.Add(new("destination", FieldProblem.Missing));

        var journey = Journey(place, input.Destination);
        var time = Time(input.Time, "time", journey, now, errors);
        var back = trip is WantedTrip.TwoLegs legs && time is not null && type is not null ? Return(legs, time, type, now, errors) : null;
        if (errors.Count > 0) return new Refused(errors);

        var leg = new NeedLeg(input, type!, trip, place!, time!);
        return new Read(back is null ? [leg] : [leg.Outward(taxonomy), leg.Back(taxonomy, back)]);
    }

    internal static NeedTime? Time(WantedTime wanted, string field, Duration journey, Instant now, List<FieldError> errors)
    {
        var before = errors.Count;
        NeedTime time;
        switch (wanted)
        {
            case WantedTime.At at:
                time = new(Instant(at.Start), Instant(at.Start), null);
                break;
            case WantedTime.Between span:
                time = new(Instant(span.Earliest), Instant(span.Latest), null);
                if (time.Latest < time.Earliest) errors.Add(new(field, FieldProblem.LatestBeforeEarliest));
                else if (time.Latest - time.Earliest > LongestSpan) errors.Add(new(field, FieldProblem.SpanTooLong));
                break;
            case WantedTime.Appointment appointment:
                var hour = Instant(appointment.Hour);
                var pickUp = appointment.PickUp is { } said ? Instant(said) : PickUpFor(hour, journey);
                time = new(pickUp, pickUp, hour);
                if (pickUp > hour) errors.Add(new(field, FieldProblem.PickUpAfterAppointment));
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        if (time.Latest <= now) errors.Add(new(field, FieldProblem.TimePassed));
        else if (time.Latest > now + FarthestAhead) errors.Add(new(field, FieldProblem.TooFarAhead));
        return errors.Count == before ? time : null;
    }

    private static NeedTime? Return(WantedTrip.TwoLegs legs, NeedTime outward, NeedTypeDefinition type, Instant now, List<FieldError> errors)
    {
        var there = outward.Appointment ?? outward.Latest;
        if (legs.Return is null)
        {
            // « me rappeler quand c'est fini »: somebody is wanted within a span, and told the hour on the day.
            var over = outward.Appointment is null ? there + Duration.FromMinutes(type.UsualMinutes) : there + SoonestOver;
            return new NeedTime(over, over + LongestAppointment, null);
        }

        var back = Time(legs.Return, "return", Duration.Zero, now, errors);
        if (back is not null && back.Earliest < there) errors.Add(new("return", FieldProblem.ReturnBeforeOutward));
        return back;
    }

    /// <summary>Journey and some minutes to settle before the appointment, cut to five minutes.</summary>
    private static Instant PickUpFor(Instant hour, Duration journey)
    {
        var latest = hour - journey - Duration.FromMinutes(MinutesToSettle);
        return NodaTime.Instant.FromUnixTimeSeconds(latest.ToUnixTimeSeconds() / 300 * 300);
    }

    /// <summary>Early enough for the estimated journey; where it cannot be estimated, for settling alone.</summary>
    internal static Instant PickUpFor(Instant hour, WantedPlace? from, WantedDestination? to) => PickUpFor(hour, Journey(from, to));

    private static Duration Journey(WantedPlace? from, WantedDestination? to) => from is null || to is null ? Duration.Zero : Duration.FromMinutes(
        Travel.Between(CommuneTable.Shipped, new Place(from.Insee, from.Point), new Place(to.Insee, null), TravelMode.Car).AboutMinutes);

    private static Instant Instant(LocalDateTime local) => ParisTime.At(local.Date, local.TimeOfDay);
}

/// <summary>When a need may begin.</summary>
public sealed record NeedTime(Instant Earliest, Instant Latest, Instant? Appointment);
