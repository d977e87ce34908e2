using System.Globalization;

namespace Tisserand.Bench;

/// <summary>Options of a benchmark: names with whole numbers.</summary>
public static class Options
{
    /// <summary>The defaults with what the command line changes; false when a name or number is not known.</summary>
    public static bool TryRead(string[] given, IReadOnlyDictionary<string, int> defaults, out Dictionary<string, int> read)
    {
        read = new(defaults);
        if (given.Length % 2 != 0) return false;
        foreach (var pair in given.Chunk(2))
        {
            var name = pair[0].TrimStart('-');
            if (!defaults.ContainsKey(name) || !int.TryParse(pair[1], CultureInfo.InvariantCulture, out var number) || number < 1) return false;
            read[name] = number;
        }
        return true;
    }
}
