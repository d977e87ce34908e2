using System.Globalization;
using System.Resources;

namespace Tisserand.Cli;

/// <summary>What the terminal says: French (Cli.resx), or English when asked for (Cli.en.resx).</summary>
internal static class Sentences
{
    private static readonly ResourceManager _resources = new("Tisserand.Cli.Cli", typeof(Sentences).Assembly);

    /// <summary>Sets language and formats for the whole run; the machine's own settings decide nothing.</summary>
    public static void Speak(string? language)
    {
        var culture = CultureInfo.GetCultureInfo(
            language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en-GB" : "fr-FR");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
    }

    public static string Of(string key, params ReadOnlySpan<object?> parts) =>
        Find(key) is { } sentence
            ? string.Format(CultureInfo.CurrentCulture, sentence, parts)
            : throw new MissingManifestResourceException($"No sentence has the key {key}.");

    /// <summary>In one language, whatever the terminal speaks.</summary>
    public static string In(string language, string key) => _resources.GetString(key, CultureInfo.GetCultureInfo(language))
        ?? throw new MissingManifestResourceException($"No sentence has the key {key}.");

    public static string? Find(string key) => _resources.GetString(key, CultureInfo.CurrentUICulture);
}
