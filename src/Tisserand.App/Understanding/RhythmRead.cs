using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.Language;

namespace Tisserand.App.Understanding;

/// <summary>How a need comes back, as said.</summary>
/// <param name="Rule">RFC 5545 in days.</param>
/// <param name="Times">How often in each period.</param>
/// <param name="From">Null when no hour was said; equal to <paramref name="Until"/> for an instant.</param>
/// <param name="Starts">First day it holds, when said.</param>
/// <param name="Ends">Last day it holds, when said.</param>
/// <param name="PeriodWords">The words of those days.</param>
public sealed record RhythmRead(
    string Rule, int Times, LocalTime? From, LocalTime? Until, bool NotInSchoolHolidays, bool NotOnPublicHolidays, LocalDate? Starts, LocalDate? Ends,
    TextSpan Words, IReadOnlyList<TextSpan> PeriodWords)
{
    private const int FarthestFirst = 62;

    /// <summary>The first day from <paramref name="earliest"/> on; null when the rule leaves the days open. One week in two begins with the first
    /// that comes.</summary>
    public LocalDate? FirstDay(LocalDate earliest)
    {
        if (Times > 1 || !SeriesRule.IsUnderstood(Rule)) return null;
        var from = Starts is { } starts ? LocalDate.Max(starts, earliest) : earliest;
        var names = Rule.Contains("BYDAY", StringComparison.Ordinal) || Rule.StartsWith("FREQ=DAILY", StringComparison.Ordinal);
        var each = string.Join(';', Rule.Split(';').Where(p => !p.StartsWith("INTERVAL", StringComparison.Ordinal)));
        return names && SeriesRule.Days(each, from, from, from.PlusDays(FarthestFirst)) is [var first, ..] ? first : null;
    }

    /// <summary>As a series holds it; null while its days or its hour are open.</summary>
    /// <param name="earliest">Nothing begins before.</param>
    public Rhythm? Settled(LocalDate earliest) => FirstDay(earliest) is { } first && From is { } at
        ? new Rhythm(Rule, first, Ends, at, Until > at ? (int)Period.Between(at, Until.Value, PeriodUnits.Minutes).Minutes : 0, ReturnAt: null, NotInSchoolHolidays, NotOnPublicHolidays)
        : null;
}
