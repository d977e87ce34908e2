using NodaTime;

namespace Tisserand.France;

/// <summary>A length as people say it: minutes under a day; beyond, days and hours rounded.</summary>
internal readonly record struct LengthParts(long Days, long Hours, long Minutes)
{
    public static LengthParts Of(Duration length)
    {
        var minutes = (long)Math.Round(Math.Abs(length.TotalMinutes), MidpointRounding.AwayFromZero);
        if (minutes < 24 * 60) return new(0, minutes / 60, minutes % 60);
        var hours = (minutes + 30) / 60;
        return new(hours / 24, hours % 24, 0);
    }
}
