using NodaTime;
using Tisserand.France;

namespace Tisserand.Language;

/// <summary>How exact a time is.</summary>
public enum Grain { Minute, Hour, HalfDay, Day, Week, Month }

/// <summary>A time of the help. Instants have one and the same start and end, spans are half-open, a deadline has no
/// start, "from September on" no end.</summary>
/// <param name="Assumed">One of several readings of the same words, likeliest first.</param>
/// <param name="Text">The words it was read from.</param>
public sealed record TimeFound(LocalDateTime? Start, LocalDateTime? End, Grain Grain, bool Assumed, TextSpan Text);

/// <summary>What comes back.</summary>
/// <param name="Rule">RFC 5545, with FREQ, INTERVAL and BYDAY only.</param>
/// <param name="Times">How often in each period, 1 or more.</param>
/// <param name="From">Start of its hours; null when no hour was said.</param>
/// <param name="Until">End of its hours, the same as <paramref name="From"/> for an instant.</param>
/// <param name="Except">Holidays on which it does not hold.</param>
public sealed record RecurrenceFound(string Rule, int Times, LocalTime? From, LocalTime? Until, HolidayKinds Except, TextSpan Text);

/// <summary>How long the help takes.</summary>
public sealed record DurationFound(int Minutes, TextSpan Text);

/// <summary>What the text leaves open.</summary>
/// <param name="Code">when, time, recurrence, exception, duration.</param>
/// <param name="Text">The words in question; null when they are missing.</param>
/// <param name="French">The question as it can be read aloud.</param>
public sealed record QuestionFound(string Code, TextSpan? Text, string French);

/// <summary>Everything a message says about time.</summary>
/// <param name="When">In the order of the text; for a visit that is moved, the new time first.</param>
public sealed record TimesFound(
    IReadOnlyList<TimeFound> When, RecurrenceFound? Recurrence, DurationFound? Duration, IReadOnlyList<QuestionFound> Questions);
