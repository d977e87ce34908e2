namespace Tisserand.France;

/// <summary>What reading opening hours led to.</summary>
public abstract record OpeningHoursReading
{
    private OpeningHoursReading() { }

    public sealed record Read(OpeningHours Value) : OpeningHoursReading;

    /// <param name="Position">Where in the text, in UTF-16 code units from 0.</param>
    public sealed record Refused(int Position, OpeningHoursError Error) : OpeningHoursReading;
}

/// <summary>Why opening hours were refused.</summary>
public enum OpeningHoursError
{
    /// <summary>Nothing written, or nothing between two semicolons.</summary>
    Empty,

    /// <summary>A word that the notation does not have.</summary>
    UnknownWord,

    /// <summary>A day that does not exist (30 February), or a year outside 1583–9999.</summary>
    BadDate,

    /// <summary>A month to a day ("Jul-Aug 15"), or a year on one side only with the end before the start.</summary>
    MixedRange,

    /// <summary>Dates or weeks that end before they begin.</summary>
    ReversedRange,

    /// <summary>No week number from 1 to 53, or a step of 0.</summary>
    BadWeek,

    /// <summary>An nth weekday outside 1 to 5 and −1 to −5.</summary>
    BadNth,

    /// <summary>No time of day, such as 25:00 or 8h.</summary>
    BadTime,

    /// <summary>The end is not after the start: hours past midnight are written on two days.</summary>
    PastMidnight,

    /// <summary>"off" beside hours; "off" closes whole days.</summary>
    OffWithHours,

    /// <summary>A weekday and a holiday in one list ("Mo,PH"): two rules are needed.</summary>
    MixedDays,
}
