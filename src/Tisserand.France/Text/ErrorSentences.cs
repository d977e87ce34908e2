using System.Globalization;
using System.Resources;

namespace Tisserand.France;

/// <summary>Why something typed was refused, in a sentence that says how to mend it; French, or English for an
/// English culture. None repeats what was typed.</summary>
public static class ErrorSentences
{
    private static readonly ResourceManager Sentences = new(typeof(ErrorSentences));

    public static string Of(OpeningHoursError error, CultureInfo culture) => Sentence(nameof(OpeningHoursError), error, culture);

    public static string Of(PhoneError error, CultureInfo culture) => Sentence(nameof(PhoneError), error, culture);

    public static string Of(SchoolHolidaysError error, CultureInfo culture) => Sentence(nameof(SchoolHolidaysError), error, culture);

    private static string Sentence(string kind, Enum error, CultureInfo culture) =>
        Sentences.GetString($"{kind}_{error}", culture)
        ?? throw new ArgumentOutOfRangeException(nameof(error), error, "No sentence is written for this error.");
}
