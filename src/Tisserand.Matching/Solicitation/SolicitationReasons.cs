using System.Globalization;
using System.Resources;

namespace Tisserand.Matching.Solicitation;

/// <summary>Reasons in plain words, for the coordinator: French first.</summary>
public static class SolicitationReasons
{
    private static readonly ResourceManager Resources = new("Tisserand.Matching.Solicitation.SolicitationReasons", typeof(SolicitationReasons).Assembly);

    public static string Of(WaveReason reason, CultureInfo culture) => Get($"Wave_{reason}", culture);

    public static string Of(WaitReason reason, CultureInfo culture) => Get($"Wait_{reason}", culture);

    public static string Of(CoordinatorReason reason, CultureInfo culture) => Get($"Coordinator_{reason}", culture);

    public static string Of(BudgetException exception, CultureInfo culture) => Get($"Outside_{exception}", culture);

    /// <summary>The sentence in this very language, null when it has none (no falling back).</summary>
    internal static string? Find(string key, CultureInfo culture) =>
        Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key);

    private static string Get(string key, CultureInfo culture) =>
        Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"No sentence for {key}.");
}
