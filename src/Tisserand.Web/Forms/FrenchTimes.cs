using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Tisserand.Web.Forms;

/// <summary>An hour as people type it: « 14h30 », « 14 h », 14:30, « midi », 2.30 pm.</summary>
public static partial class FrenchTimes
{
    /// <summary>The hour; null when it cannot be read (say <c>Time_Unreadable</c>).</summary>
    public static LocalTime? Read(string? typed)
    {
        var text = (typed ?? "").Trim().ToLowerInvariant();
        if (text.StartsWith("à ", StringComparison.Ordinal)) text = text[2..].TrimStart();
        if (text is "midi" or "noon") return new LocalTime(12, 0);
        if (text is "minuit" or "midnight") return LocalTime.Midnight;

        var match = Clock().Match(text);
        if (!match.Success) return null;
        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Value is { Length: > 0 } half)
        {
            if (hour is < 1 or > 12) return null;
            hour = (hour % 12) + (half[0] == 'p' ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? null : new LocalTime(hour, minute);
    }

    [GeneratedRegex(@"^(?<hour>\d{1,2})(?:\s*(?:h|heures?|:|\.)\s*(?<minute>\d{2})?|\s*(?=[ap]))?\s*(?:min|mn)?\s*(?<half>am|pm|a\.m\.|p\.m\.)?$")]
    private static partial Regex Clock();
}
