namespace Tisserand.Language;

/// <summary>A rule file: <c>[section]</c> lines, <c>$list = a | b</c> lines, and lines of phrases separated by semicolons.</summary>
internal sealed class RuleFile
{
    /// <summary>Section and text of every entry, in order.</summary>
    public IReadOnlyList<(string Section, string Text)> Entries { get; }

    public IReadOnlyDictionary<string, WordSet> Lists { get; }

    private RuleFile(List<(string, string)> entries, Dictionary<string, WordSet> lists) => (Entries, Lists) = (entries, lists);

    /// <param name="shared">Lists that other files define.</param>
    /// <exception cref="FormatException">A line cannot be read; the message gives file and line.</exception>
    public static RuleFile Read(string name, IReadOnlyDictionary<string, WordSet>? shared = null)
    {
        var entries = new List<(string, string)>();
        var lists = new Dictionary<string, WordSet>(shared ?? new Dictionary<string, WordSet>(), StringComparer.Ordinal);
        var section = "";
        foreach (var (number, line) in WordFile.Numbered(name))
            try
            {
                if (line.StartsWith('[')) section = line.Trim('[', ']');
                else if (line.StartsWith('$') && line.Split('=', 2, StringSplitOptions.TrimEntries) is [var list, var words])
                    lists.Add(list[1..], new WordSet(words.Split('|', StringSplitOptions.TrimEntries)));
                else foreach (var text in line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    entries.Add((section, text));
            }
            catch (FormatException bad)
            {
                throw new FormatException($"{name}, line {number}: {bad.Message}", bad);
            }
        return new(entries, lists);
    }

    /// <summary>The phrases of the sections that <paramref name="meaning"/> gives a meaning.</summary>
    public IEnumerable<(Phrase Phrase, T What)> Phrases<T>(Func<string, T?> meaning) where T : class =>
        Entries.Select(e => (e.Text, What: meaning(e.Section))).Where(e => e.What is not null)
            .SelectMany(e => Phrase.Parse(e.Text, Lists).Select(phrase => (phrase, e.What!)));
}
