namespace Tisserand.Architecture.Tests;

/// <summary>The files of this clone, as a person who opens it sees them: no build output, no git.</summary>
internal static class Clone
{
    private static readonly HashSet<string> _notOurs =
        new(["bin", "obj", ".git", ".dotnet", ".build", ".vs", ".idea", "TestResults", "node_modules", "BenchmarkDotNet.Artifacts"], StringComparer.Ordinal);

    private static readonly HashSet<string> _texts = new(
        [".cs", ".cshtml", ".csproj", ".props", ".slnx", ".resx", ".json", ".md", ".css", ".js", ".sh", ".txt", ".yml", ".xml", ""],
        StringComparer.Ordinal);

    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with '/', sorted.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Below(new DirectoryInfo(Root)).Select(file => Path.GetRelativePath(Root, file.FullName)).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Texts => Files.Where(file => _texts.Contains(Path.GetExtension(file)));

    public static IEnumerable<string> Projects(string room) =>
        Files.Where(file => file.StartsWith(room + "/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(inner => !_notOurs.Contains(inner.Name)).SelectMany(Below));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tisserand.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("These tests run inside a clone of the repository.");
    }
}
