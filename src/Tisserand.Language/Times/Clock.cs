using NodaTime;
using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>From what is said of an hour to minutes of the day.</summary>
internal static class Clock
{
    public const int Day = 24 * 60;

    /// <summary>What people mean by an hour without "du matin": 1 to 5 are in the afternoon, 6 may be either,
    /// and so may 7 to 11 in the company of the evening. Likeliest first; empty for an hour that does not exist.</summary>
    public static IReadOnlyList<int> Minutes(Meaning said, bool evening, int? half = null)
    {
        var (hour, minute) = (said[Feature.Hour]!.Value, said[Feature.Minute] ?? 0);
        if (hour > 24 || (hour == 24 && minute > 30)) return [];
        var plain = hour * 60 + minute - (said[Feature.Minus] ?? 0);
        half = said[Feature.Half] ?? half;
        if (plain < 0 || plain >= Day) return [Math.Clamp(plain, 0, Day)];
        if (hour is 0 or > 12) return [plain];
        if (half == 1) return [plain];
        if (half is 2 or 3) return [hour < 12 ? plain + Day / 2 : plain];
        if (hour == 12) return [plain];
        if (evening && hour >= 6) return [plain + Day / 2, plain];
        if (hour == 6) return [plain, plain + Day / 2];
        return hour < 6 ? [plain + Day / 2] : [plain];
    }

    /// <summary>The hour as written, before any guess about the half of the day.</summary>
    public static int Written(Meaning said) => said[Feature.Hour]!.Value * 60 + (said[Feature.Minute] ?? 0) - (said[Feature.Minus] ?? 0);

    /// <summary>A range of hours: the end comes after the start, and "de 2 à 4" is in the afternoon.</summary>
    public static (int From, int Until)? Range(Meaning from, Meaning to, bool evening, int? half)
    {
        half = from[Feature.Half] ?? to[Feature.Half] ?? half;
        if (Minutes(to, evening, half) is not [var until, ..]) return null;
        if (Minutes(from, evening, from[Feature.Half] ?? (to.Has(Feature.Half) ? null : half)) is not [var start, ..]) return null;
        if (until > Day / 2 && Written(to) == until && !from.Has(Feature.Half)) start = Written(from);       // told on 24 hours
        if (start >= until && until + Day / 2 is var later && later > start && later <= 21 * 60) until = later;
        if (start >= until && start - Day / 2 is var earlier and >= 0 && earlier < until && Written(from) < Day / 2) start = earlier;
        if (start == Day && until < Day) start = 0;
        return start < until ? (start, until) : (start, until + Day);
    }

    public static LocalDateTime At(LocalDate date, int minute) => date.AtMidnight().PlusMinutes(minute);

    public static Grain Grain(Meaning said) => said.HasAny(Feature.Minute, Feature.Minus) ? Language.Grain.Minute : Language.Grain.Hour;
}
