using NodaTime;
using Tisserand.France;
using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>Sentences, grids and crosses that say when somebody is free.</summary>
public static class FreeTimes
{
    private static readonly Lazy<RuleSet> LazyRules = new(() => RuleSet.From(
        "Times/words.txt", "Times/clock.txt", "Times/dates.txt", "Times/repeats.txt", "Availability/slots.txt"));

    internal static RuleSet Rules => LazyRules.Value;

    /// <summary>Reads an availability; a text already in opening_hours notation is taken as it is.</summary>
    /// <param name="today">Dates without a year lie from this day on.</param>
    /// <param name="calendar">Holidays where the person lives.</param>
    /// <returns>Never an exception, whatever the text. O(length) time and memory.</returns>
    public static FreeTimesFound Read(Reading reading, LocalDate today, FrenchCalendar calendar)
    {
        if (reading.Text.Length < 500 && OpeningHours.Parse(reading.Text) is OpeningHoursReading.Read written) return new(written.Value, null, null, false, []);
        var found = new Chart(Rules, reading.Tokens).Cover(Rules.Symbol("slot"));
        var slots = new SlotReader(reading, new Days(today, calendar));
        foreach (var slot in found) slots.Add(slot);
        var reason = false;                                            // "car je garde mes petits-enfants"
        for (int token = 0, next = 0; token < reading.Tokens.Count; token++)
        {
            while (next < found.Count && found[next].End <= token) next++;
            var text = reading.Tokens[token].Text;
            reason = text is "car" or "parce" or "puisque" or "comme" or "(" || reason && !reading.Tokens[token].EndsClause;
            if (!reason && (next == found.Count || token < found[next].Start)) slots.Miss(token);
        }
        return slots.Done();
    }
}
