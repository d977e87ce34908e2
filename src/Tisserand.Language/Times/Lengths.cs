using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>How long the help takes.</summary>
internal static class Lengths
{
    public static DurationFound? Read(IReadOnlyList<Found> lengths, Reading reading, List<QuestionFound> questions)
    {
        if (lengths.Count == 0) return null;
        var span = reading.Span(lengths[0].Start, lengths[0].End - 1);
        if (lengths[0].Meaning.Has(Feature.Range) || lengths.Any(l => Minutes(l.Meaning) != Minutes(lengths[0].Meaning)))
        {
            questions.Add(new("duration", span, Ask.HowLong));
            return null;
        }
        return new(Minutes(lengths[0].Meaning), span);
    }

    private static int Minutes(Meaning said) => 60 * (said[Feature.Hours] ?? 0) + (said[Feature.Minutes] ?? 0);
}
