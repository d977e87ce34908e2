namespace Tisserand.Language;

/// <summary>The text files that ship inside the engine.</summary>
internal static class WordFile
{
    /// <summary>Lines with something on them, "#" and what follows it aside.</summary>
    public static IEnumerable<string> Lines(string name) => Numbered(name).Select(l => l.Text);

    /// <summary>As <see cref="Lines"/>, with their numbers from 1.</summary>
    public static IEnumerable<(int Number, string Text)> Numbered(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of the engine.");
        using var reader = new StreamReader(stream);
        var lines = new List<(int, string)>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var text = line.Split('#', 2)[0].Trim();
            if (text.Length > 0) lines.Add((number, text));
        }
        return lines;
    }
}
