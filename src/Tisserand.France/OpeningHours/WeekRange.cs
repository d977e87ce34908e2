using System.Globalization;

namespace Tisserand.France;

/// <summary>ISO weeks of every year: "02-52/2" is 2, 4, … 52.</summary>
/// <remarks>"One week in two" cannot be said so for long: a year of 53 weeks (2026) is followed by week 1, odd after
/// odd. See <see cref="Availability.EveryOtherWeekFrom"/>.</remarks>
public readonly record struct WeekRange
{
    /// <param name="first">1 to 53.</param>
    /// <param name="last">Not before <paramref name="first"/>, at most 53.</param>
    /// <param name="step">1 for every week; no step for a single week.</param>
    public WeekRange(int first, int last, int step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, 53);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        (First, Last, Step) = (first, last, first == last ? 1 : step);
    }

    public int First { get; }

    public int Last { get; }

    public int Step { get; }

    public bool Contains(int week) => First <= week && week <= Last && (week - First) % Step == 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{First:00}{(Last == First ? "" : $"-{Last:00}")}{(Step == 1 ? "" : $"/{Step}")}");
}
