using NodaTime;

namespace Tisserand.Language;

/// <summary>Whether help is wanted within a day, or said to be urgent. Words in urgent.txt.</summary>
internal static class Urgency
{
    private static readonly Period Soon = Period.FromHours(24);

    private static readonly Lazy<PhraseBook<string>> Book = new(() => new(RuleFile.Read("Danger/urgent.txt").Phrases(s => s)));

    internal static IEnumerable<string> RuleWords => RuleFile.Read("Danger/urgent.txt").Phrases(s => s).SelectMany(p => p.Phrase.Words);

    public static bool IsSaid(Reading reading)
    {
        var found = Book.Value.In(reading.Tokens);
        var not = found.Where(f => f.What == "pas urgent").ToList();
        return found.Any(f => f.What == "urgent" && !not.Exists(n => n.First < f.Behind && f.First < n.Behind));
    }

    /// <summary>The time lies within 24 hours; a span under way that lasts longer presses nobody.</summary>
    public static bool IsSoon(TimeFound time, LocalDateTime at) => time switch
    {
        { Grain: Grain.Week or Grain.Month } => false,
        { Start: { } start, End: { } end } => start <= at + Soon && end >= at && (start >= at.Date.AtMidnight() || end <= at + Soon),
        { Start: { } start } => start <= at + Soon && start >= at.Date.AtMidnight(),
        { End: { } end } => end <= at + Soon && end >= at,
        _ => false,
    };
}
