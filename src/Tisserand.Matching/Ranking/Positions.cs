using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>What the index must know of a place besides its estimate of a journey.</summary>
internal static class Positions
{
    /// <summary>Where estimates take it to be: its street, else its commune's point; null when neither is known.</summary>
    public static GeoPoint? PointIn(this Place place, CommuneTable communes) =>
        place.Street ?? communes.Find(place.Insee)?.Point;

    /// <summary>How far its real position spreads along a road, in km; see <see cref="Travel"/>.</summary>
    public static double SpreadKm(this Place place, CommuneTable communes) => place.Street is not null
        ? 0
        : Math.Sqrt((communes.Find(place.Insee)?.Km2 ?? Travel.UsualKm2) / Math.PI) / 2;
}
