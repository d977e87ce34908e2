using System.Globalization;
using NodaTime;

namespace Tisserand.France;

/// <summary>One end of a range of dates: a month, or a day of a month, of one year or of every year.</summary>
/// <param name="Day">Null for the whole month.</param>
/// <param name="Year">Null for every year.</param>
public readonly record struct DateBound(int Month, int? Day = null, int? Year = null)
{
    internal static readonly string[] Names =
        ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Months from 1, and a day that the month can have (29 in February of every year).</summary>
    public bool Exists => Month is >= 1 and <= 12 && Year is null or (>= 1583 and <= 9999)
        && (Day is null || (Day >= 1 && Day <= CalendarSystem.Iso.GetDaysInMonth(Year ?? 2000, Month)));

    /// <summary>"Nov", "Nov 03" or "2026 Nov 03".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(Year is { } y ? $"{y:0000} " : "")}{Names[Month]}{(Day is { } d ? $" {d:00}" : "")}");
}

/// <summary>A range of dates, both ends included: "Jul-Aug", "Dec 24-Jan 02" of every year, "2026 Nov 03-2026 Nov 20" once.</summary>
public sealed record DateRange
{
    /// <exception cref="ArgumentException">A bound does not exist, one is a month and the other a day, only one has
    /// a year, or dated ends are reversed.</exception>
    public DateRange(DateBound first, DateBound last)
    {
        if (!first.Exists || !last.Exists) throw new ArgumentException("A date of the range does not exist.", nameof(first));
        if (first.Day is null != last.Day is null) throw new ArgumentException("A range goes from month to month or from day to day.", nameof(last));
        if (first.Year is null != last.Year is null) throw new ArgumentException("Both dates of a range have a year, or none.", nameof(last));
        (First, Last) = (first, last);
        if (IsReversed(first, last)) throw new ArgumentException("The range ends before it begins.", nameof(last));
    }

    public DateBound First { get; }

    public DateBound Last { get; }

    /// <summary>Whether a day lies in the range; ranges of every year may pass over New Year.</summary>
    public bool Contains(LocalDate date)
    {
        var day = date.Month * 100 + date.Day;
        if (First.Year is { } from && Last.Year is { } until)
            return from * 10_000 + Start <= date.Year * 10_000 + day && date.Year * 10_000 + day <= until * 10_000 + End;
        return Start <= End ? Start <= day && day <= End : day >= Start || day <= End;
    }

    /// <summary>"Jul", "Jul-Aug", "2026 Nov 03-2026 Nov 20".</summary>
    public override string ToString() => First == Last ? First.ToString() : $"{First}-{Last}";

    internal static bool IsReversed(DateBound first, DateBound last) =>
        first.Year is { } a && last.Year is { } b
        && (a, first.Month, first.Day ?? 0).CompareTo((b, last.Month, last.Day ?? 0)) > 0;

    private int Start => First.Month * 100 + (First.Day ?? 1);

    private int End => Last.Month * 100 + (Last.Day ?? 31);
}
