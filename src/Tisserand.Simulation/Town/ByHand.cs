using NodaTime;

namespace Tisserand.Simulation.Town;

/// <summary>What became of a need without software.</summary>
/// <param name="Helper">Index of who said yes; null when nobody was found in time.</param>
/// <param name="MatchedAt">When she said yes.</param>
/// <param name="Asked">People called.</param>
public sealed record HandOutcome(Errand Errand, int? Helper, Instant? MatchedAt, int Asked);

/// <summary>A coordinator with a telephone and a notebook: one person at a time, in office hours, her favourites first, then those
/// who said yes before, then the nearest; she remembers whom she called this week. She does not know who is free.</summary>
public sealed class ByHand(Chance chance, IReadOnlyList<Helper> helpers, IReadOnlyList<Elder> elders, Willingness willingness, OfficeHours office, LifeOptions options, DateTimeZone zone)
{
    private static readonly Duration Week = Duration.FromDays(7);

    private readonly int[] _yes = new int[helpers.Count];
    private readonly List<Instant>[] _calls = [.. helpers.Select(_ => new List<Instant>())];
    private readonly List<Interval>[] _taken = [.. helpers.Select(_ => new List<Interval>())];
    private readonly HashSet<(int Helper, int Elder)> _known = [];

    /// <param name="errand">The need.</param>
    /// <param name="requires">Skills without which she does not call somebody.</param>
    /// <param name="minutes">How long it takes.</param>
    public HandOutcome Match(Errand errand, IReadOnlyList<string> requires, int minutes)
    {
        var own = chance.Of("by-hand").Of(errand.Index);
        var start = zone.AtLeniently(errand.Start).ToInstant();
        var visit = new Interval(start, start + Duration.FromMinutes(minutes));
        var now = office.After(errand.AskedAt, Hours(own.LogNormal(options.HandStartMedianHours, 0.8)));
        var asked = 0;
        foreach (var who in Order(errand, requires, now).Take(options.HandMostCalls))
        {
            if (now >= start) break;
            asked++;
            _calls[who.Index].Add(now);
            if (!own.Bernoulli(options.Reached))
            {
                if (own.Bernoulli(options.CallsBack)) now = office.After(now, Hours(own.Next() * options.HandPatienceHours));
                else { now = office.After(now, Hours(options.HandPatienceHours)); continue; }
                if (now >= start) break;
            }

            if (IsFree(who, errand.Start, visit) && willingness.SaysYes(who, errand.Index, ChanceOfYes(who, errand, now)))
            {
                _yes[who.Index]++;
                _taken[who.Index].Add(visit);
                _known.Add((who.Index, errand.Elder));
                return new HandOutcome(errand, who.Index, now, asked);
            }

            now = office.After(now, Hours(options.HandBetweenCallsHours));
        }

        return new HandOutcome(errand, null, null, asked);
    }

    private IEnumerable<Helper> Order(Errand errand, IReadOnlyList<string> requires, Instant now) => helpers
        .Where(h => requires.All(h.Skills.Contains) && _calls[h.Index].Count(c => c > now - Week) < options.HandMostCallsAWeek)
        .OrderByDescending(h => _known.Contains((h.Index, errand.Elder)))
        .ThenByDescending(h => (h.IsFavourite ? 3 : 0) + Math.Min(3, _yes[h.Index] / 3))
        .ThenBy(h => h.Home.KilometresTo(elders[errand.Elder].Home)).ThenBy(h => h.Index);

    private double ChanceOfYes(Helper who, Errand errand, Instant now) => willingness.ChanceOfYes(who, errand.NeedCode,
        who.Home.KilometresTo(elders[errand.Elder].Home), _calls[who.Index].Count(c => c > now - Week) - 1, _known.Contains((who.Index, errand.Elder)));

    private bool IsFree(Helper who, LocalDateTime at, Interval visit) =>
        who.Free[((int)at.DayOfWeek - 1) * 2 + (at.Hour < 13 ? 0 : 1)] && !_taken[who.Index].Any(t => t.Start < visit.End && visit.Start < t.End);

    private static Duration Hours(double hours) => Duration.FromMinutes((int)(hours * 60));
}
