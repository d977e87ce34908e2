using System.Globalization;
using System.Resources;

namespace Tisserand.Matching;

/// <summary>Sentences by key: French is the neutral language, English beside it.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new("Tisserand.Matching.Wording.Reasons", typeof(Texts).Assembly);

    /// <summary>The sentence in the culture's language, French where it has none.</summary>
    /// <exception cref="MissingManifestResourceException">No language has it.</exception>
    public static string Get(string key, CultureInfo culture) =>
        Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"No sentence for {key}.");

    /// <summary>The form for a number, among "one | many" or "none | one | many".</summary>
    public static string Form(string forms, double number, CultureInfo culture)
    {
        if (!forms.Contains(" | ", StringComparison.Ordinal)) return forms;
        var parts = forms.Split(" | ");
        if (parts.Length == 3 && number == 0) return parts[0];
        var isOne = culture.TwoLetterISOLanguageName == "en" ? number == 1 : Math.Abs(number) < 2;
        return isOne ? parts[^2] : parts[^1];
    }
}
