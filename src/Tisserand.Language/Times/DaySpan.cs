using NodaTime;

namespace Tisserand.Language;

/// <summary>Whole days, the end excluded.</summary>
internal readonly record struct DaySpan(LocalDate First, LocalDate End, Grain Grain)
{
    public static DaySpan Of(LocalDate day) => new(day, day.PlusDays(1), Grain.Day);

    public bool IsOneDay => End == First.PlusDays(1);
}

/// <summary>Why days are not settled.</summary>
internal enum Doubt
{
    None,

    /// <summary>A weekday that is today's.</summary>
    Today,

    /// <summary>A weekday that is not that of its date.</summary>
    Contradiction,

    /// <summary>31 April.</summary>
    NoSuchDay,

    /// <summary>A holiday that the calendar does not have.</summary>
    Unknown,

    /// <summary>"La nuit prochaine" and the like.</summary>
    Vague,
}

/// <summary>The days a phrase means, likeliest first; more than one only with a doubt.</summary>
internal sealed record DayReading(IReadOnlyList<DaySpan> Spans, Doubt Doubt)
{
    public static DayReading Sure(DaySpan span) => new([span], Doubt.None);

    public static DayReading Sure(LocalDate day) => new([DaySpan.Of(day)], Doubt.None);

    public static DayReading Nothing(Doubt doubt) => new([], doubt);
}
