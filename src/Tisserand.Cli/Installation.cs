using System.CommandLine;

namespace Tisserand.Cli;

/// <summary>Where this installation lives.</summary>
/// <param name="DataFolder">Absolute path of the data folder; it need not exist yet.</param>
/// <param name="KeysFolder">Absolute path of the keys, which never lie in the data folder nor in backups.</param>
/// <param name="Database">PostgreSQL connection; null means SQLite in the data folder.</param>
internal sealed record Installation(string DataFolder, string KeysFolder, string? Database)
{
    /// <summary>The folder name of a demonstration is that of the data with this behind it.</summary>
    private const string DemoSuffix = "-demo";

    public static Installation Of(ParseResult parsed, SharedOptions shared, bool demonstration = false) =>
        Resolve(parsed.GetValue(shared.Data), parsed.GetValue(shared.Database), demonstration, Environment.GetEnvironmentVariable);

    /// <summary>Option first, then environment, then the XDG folders (basedir specification 0.8).</summary>
    public static Installation Resolve(string? data, string? database, bool demonstration, Func<string, string?> environment)
    {
        var folder = data ?? NotEmpty(environment("TISSERAND_DATA")) ?? Path.Combine(Xdg("XDG_DATA_HOME", ".local/share"), "tisserand");
        if (data is null && demonstration) folder = Path.TrimEndingDirectorySeparator(folder) + DemoSuffix;
        var keys = NotEmpty(environment("TISSERAND_KEYS")) ?? Path.Combine(Xdg("XDG_CONFIG_HOME", ".config"), "tisserand", "keys");

        var installation = new Installation(Path.GetFullPath(folder), Path.GetFullPath(keys), database ?? NotEmpty(environment("TISSERAND_DATABASE")));
        if (IsWithin(installation.KeysFolder, installation.DataFolder))
            throw new BadInputException(Sentences.Of("Keys_in_data", installation.KeysFolder, installation.DataFolder));
        return installation;

        string Xdg(string variable, string byDefault) =>
            NotEmpty(environment(variable)) is { } set && Path.IsPathRooted(set) ? set      // relative ones are to be ignored
            : NotEmpty(environment("HOME")) is { } home ? Path.Combine(home, byDefault)
            : throw new BadInputException(Sentences.Of("No_home"));
    }

    private static bool IsWithin(string path, string folder) =>
        Path.GetRelativePath(folder, path) is var way && way != ".." && !way.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(way);

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
