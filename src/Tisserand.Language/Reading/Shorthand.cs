using Tisserand.France;

namespace Tisserand.Language;

/// <summary>Abbreviations of messages and forms, from shorthand.txt.</summary>
internal static class Shorthand
{
    private static readonly Dictionary<string, string[]> Expansions = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Ranges = new(StringComparer.Ordinal);

    static Shorthand()
    {
        foreach (var line in WordFile.Lines("Reading/shorthand.txt"))
        {
            var sides = line.Split('=', 2, StringSplitOptions.TrimEntries);
            var words = TextFolding.Fold(sides[0]).Split(' ');
            if (sides.Length == 1) Abbreviations.UnionWith(words.Where(w => w.Length <= 5).Concat(words.Where(Ranges.Add)));
            else foreach (var word in words)
            {
                Expansions.Add(word, TextFolding.Fold(sides[1]).Split(' '));
                Abbreviations.Add(word);
            }
        }
    }

    /// <summary>The words a shorthand stands for; null for any other word.</summary>
    public static string[]? Expansion(string word) => Expansions.GetValueOrDefault(word);

    /// <summary>Whether a dot behind the word may belong to it.</summary>
    public static bool IsAbbreviation(string word) => Abbreviations.Contains(word);

    /// <summary>Whether a hyphen between this word and its like means "to": lundi-mercredi.</summary>
    public static bool HasRanges(string word) => Ranges.Contains(word);
}
