using NodaTime;
using Tisserand.France;
using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>Dates, hours, spans, repetitions and lengths of a message.</summary>
public static class Times
{
    private static readonly Lazy<RuleSet> LazyRules = new(() => RuleSet.From(
        "Times/words.txt", "Times/clock.txt", "Times/dates.txt", "Times/repeats.txt", "Times/lengths.txt", "Times/left-out.txt", "Times/root.txt"));

    internal static RuleSet Rules => LazyRules.Value;

    /// <summary>Reads every time of the help, and leaves out those of anything else.</summary>
    /// <param name="at">When the message was written, local time.</param>
    /// <param name="calendar">Public and school holidays where the person lives.</param>
    /// <returns>Never null and never an exception, whatever the text; empty when it says nothing of time.</returns>
    /// <remarks>Rules find what the text says (Times/*.txt), mentions are joined across the message, then laid on the
    /// calendar. O(length) time and memory.</remarks>
    public static TimesFound Read(Reading reading, LocalDateTime at, FrenchCalendar calendar)
    {
        var chart = new Chart(Rules, reading.Tokens);
        var found = chart.Cover(Rules.Symbol("found"));
        // "De lundi à mercredi" is a span, but two times where a visit is moved.
        if (found.Exists(f => f.Meaning[Feature.Kind] == (int)Kind.Move)) found = chart.Cover(Rules.Symbol("moved"));
        var message = Message.Of(found, reading);
        var questions = new List<QuestionFound>();
        var recurrence = Repeats.Read(message, reading, questions);
        if (recurrence is null && message.Mentions.Any(m => m.Range is not null) && message.Exceptions is [var but, ..] && but.Meaning[Feature.Except] == 4)
            questions.Add(new("exception", reading.Span(but.Start, but.End - 1), Ask.WhichExceptions));
        var when = new Resolver(at, calendar, message, reading, questions).Read();
        var duration = Lengths.Read(message.Lengths, reading, questions);
        return new(when, recurrence, duration, [.. questions.OrderBy(q => q.Text?.Start ?? int.MaxValue)]);
    }
}
