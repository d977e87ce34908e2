using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Tisserand.App.Notifications.Calls;

/// <summary>Reads « entre 10 h et 12 h », « après 14h30 », « le matin » in a person's own words, to order a call list; the words themselves are always shown.</summary>
public static partial class BestHours
{
    private static readonly LocalTime Noon = new(12, 0), Evening = new(18, 0);

    /// <returns>From and until, half-open; null where the words say no hour that is understood.</returns>
    public static (LocalTime From, LocalTime Until)? Read(string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return null;
        var text = words.ToLowerInvariant();
        var hours = Hour.Matches(text).Select(Of).OfType<LocalTime>().ToList();
        if (hours.Count >= 2 && hours[0] < hours[1]) return (hours[0], hours[1]);
        if (hours.Count == 1)
        {
            if (After.IsMatch(text)) return (hours[0], LocalTime.MaxValue);
            if (Before.IsMatch(text)) return (LocalTime.Midnight, hours[0]);
            return null;
        }

        if (hours.Count > 0) return null;
        return (text.Contains("matin", StringComparison.Ordinal), text.Contains("après-midi", StringComparison.Ordinal) || text.Contains("apres-midi", StringComparison.Ordinal),
            text.Contains("soir", StringComparison.Ordinal)) switch
        {
            (true, false, false) => (LocalTime.Midnight, Noon),
            (false, true, false) => (Noon, Evening),
            (false, false, true) => (Evening, LocalTime.MaxValue),
            _ => null,
        };
    }

    private static LocalTime? Of(Match hour)
    {
        var (h, m) = (int.Parse(hour.Groups[1].Value, CultureInfo.InvariantCulture), hour.Groups[2].Success ? int.Parse(hour.Groups[2].Value, CultureInfo.InvariantCulture) : 0);
        return h < 24 && m < 60 ? new LocalTime(h, m) : null;
    }

    [GeneratedRegex(@"\b(\d{1,2})\s*(?:h|heures?|:)\s*(\d{2})?\b")]
    private static partial Regex Hour { get; }

    [GeneratedRegex(@"\b(après|apres|dès|des|à partir|a partir|depuis|after|from)\b")]
    private static partial Regex After { get; }

    [GeneratedRegex(@"\b(avant|jusqu|before|until)")]
    private static partial Regex Before { get; }
}
