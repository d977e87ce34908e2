namespace Tisserand.France;

/// <summary>How somebody travels.</summary>
public enum TravelMode { Car, Bicycle, Foot, Bus }

/// <summary>A travel time against what somebody accepts.</summary>
public enum TravelVerdict
{
    /// <summary>The estimate is within what is accepted.</summary>
    Within,

    /// <summary>The estimate is too long, but by less than its uncertainty: a person should look.</summary>
    Doubt,

    /// <summary>Too long, uncertainty included.</summary>
    TooFar,
}

/// <summary>A one-way journey, estimated.</summary>
/// <param name="Kilometres">Length on the road.</param>
/// <param name="Minutes">Time from door to door.</param>
/// <param name="AboutMinutes">The same for people to read, after "environ": rounded to 5 minutes, at least 5.</param>
/// <param name="UncertaintyMinutes">The real time is within this of <paramref name="Minutes"/> about nine times
/// in ten; infinite when nothing is known of the journey.</param>
/// <param name="IsApproximate">True when a street was not known, so that a commune's point or area stood for it.</param>
public readonly record struct TravelEstimate(
    double Kilometres, double Minutes, int AboutMinutes, double UncertaintyMinutes, bool IsApproximate)
{
    /// <summary>False when neither place's position could be found; then every comparison is a doubt.</summary>
    public bool IsKnown => double.IsFinite(UncertaintyMinutes);

    /// <summary>Compares with the longest one-way time somebody accepts, in minutes.</summary>
    public TravelVerdict ComparedWith(double budgetMinutes) =>
        !IsKnown ? TravelVerdict.Doubt
        : Minutes <= budgetMinutes ? TravelVerdict.Within
        : Minutes - UncertaintyMinutes <= budgetMinutes ? TravelVerdict.Doubt
        : TravelVerdict.TooFar;
}
