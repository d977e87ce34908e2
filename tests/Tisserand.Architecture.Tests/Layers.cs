namespace Tisserand.Architecture.Tests;

/// <summary>Cli → Web → App → engines → France. Arrows never turn back, and engines do not know each other.</summary>
internal static class Layers
{
    private static readonly string[] _engines = ["Matching", "Forecasting", "Cleaning", "Linkage", "Language", "Simulation"];

    private static readonly HashSet<(string From, string To)> _betweenEngines = [("Simulation", "Matching"), ("Simulation", "Forecasting")];

    private static readonly Dictionary<string, int> _heights = new(StringComparer.Ordinal)
    {
        ["France"] = 0,
        ["App"] = 2,
        ["Migrations.Sqlite"] = 3,
        ["Migrations.Postgres"] = 3,
        ["Web"] = 4,
        ["Cli"] = 5,
    };

    /// <summary>Pure: values in, values out.</summary>
    public static bool IsPure(string project) => Height(Short(project)) is 0 or 1;

    /// <summary>Null when <paramref name="from"/> may use <paramref name="to"/>, else the reason.</summary>
    public static string? Breach(string from, string to)
    {
        var (user, used) = (Short(from), Short(to));
        if (Height(user) is not { } above) return $"{from} has no place among the layers";
        if (Height(used) is not { } below) return $"{to} has no place among the layers";
        return above > below || _betweenEngines.Contains((user, used)) ? null : $"{from} uses {to}";
    }

    private static int? Height(string name) =>
        _engines.Contains(name) ? 1 : _heights.TryGetValue(name, out var height) ? height : null;

    private static string Short(string project) => project == "tisserand" ? "Cli" : project["Tisserand.".Length..];
}
