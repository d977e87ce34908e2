namespace Tisserand.Matching;

/// <summary>How a volunteer comes.</summary>
public enum TravelMode
{
    Foot,
    Bicycle,
    PublicTransport,
    Car,
}
