namespace Tisserand.Language;

/// <summary>Which commune is the place of the help, and which the departure.</summary>
internal static class WherePlaces
{
    /// <param name="isTrip">Somebody is driven or led: a second commune is where she starts from.</param>
    /// <param name="forSpeaker">The help is for the one who speaks: where she lives counts, not where others do.</param>
    public static (PlaceFound? Place, PlaceFound? From) Of(IReadOnlyList<PlaceFound> all, Reading reading, bool isTrip, bool forSpeaker)
    {
        IReadOnlyList<PlaceFound> places = [.. all.Where(p => p.Role != (forSpeaker ? PlaceRole.HerHome : PlaceRole.Speaker))];
        if (places.Count == 0) return (null, null);
        if (!isTrip) return (places.FirstOrDefault(p => p.Role is PlaceRole.To or PlaceRole.Venue) ?? places.FirstOrDefault(p => p.Role is not PlaceRole.Said) ?? places[0], null);

        var from = FromTo(places, reading) ?? places.FirstOrDefault(p => p.Role is PlaceRole.From or PlaceRole.Speaker or PlaceRole.HerHome);
        var others = places.Where(p => p != from).ToList();
        var place = others.FirstOrDefault(p => p.Role == PlaceRole.Venue) ?? others.FirstOrDefault(p => p.Role == PlaceRole.To) ?? others.FirstOrDefault(p => p.Role == PlaceRole.Of) ?? others.FirstOrDefault();
        if (from is null && place is not null)
            from = others.FirstOrDefault(p => p != place && p.First < place.First && p.Commune != place.Commune && (p.Role is PlaceRole.Said or PlaceRole.Of || place.Role == PlaceRole.Venue));
        return (place, from?.Commune is not null && from.Commune == place?.Commune ? null : from);
    }

    /// <summary>« de X à Y »: X when Y follows within a few words.</summary>
    private static PlaceFound? FromTo(IReadOnlyList<PlaceFound> places, Reading reading)
    {
        for (var i = 0; i + 1 < places.Count; i++)
            if (places[i].Role == PlaceRole.Of && places[i + 1].Role is PlaceRole.To or PlaceRole.Venue && places[i + 1].First - places[i].First <= 6
                && reading.Tokens[places[i].First - 1].Text is "de" or "d") return places[i];
        return null;
    }
}
