using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Storage;
using Tisserand.Migrations.Postgres;
using Tisserand.Migrations.Sqlite;

namespace Tisserand.Cli.Serving;

/// <summary>What the data folder says of itself, in installation.json: which keys open it, and whether it plays.</summary>
/// <param name="Keys">Id of the key set; the keys themselves live elsewhere.</param>
/// <param name="IsDemonstration">Invented people: may be replaced, nothing leaves the machine.</param>
/// <param name="BuiltAt">Real instant at which it was made.</param>
/// <param name="StoryAt">Instant at which a demonstration's clock stood then.</param>
internal sealed record InstallationCard(string Keys, bool IsDemonstration, DateTimeOffset BuiltAt, DateTimeOffset? StoryAt);

/// <summary>An installation with its keys: its database can be opened.</summary>
internal sealed class OpenedInstallation : IDisposable
{
    public const string CardName = "installation.json";
    public const string DatabaseName = "tisserand.db";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly string? _postgres;

    private OpenedInstallation(string folder, string? postgres, InstallationCard card, KeyRing keys) =>
        (Folder, _postgres, Card, Keys) = (folder, postgres, card, keys);

    public string Folder { get; }

    public InstallationCard Card { get; }

    public KeyRing Keys { get; }

    public bool IsPostgres => _postgres is not null;

    public string SqlitePath => Path.Combine(Folder, DatabaseName);

    /// <summary>The card of a folder, or null where there is none.</summary>
    public static InstallationCard? CardOf(string folder)
    {
        var path = Path.Combine(folder, CardName);
        return File.Exists(path) ? JsonSerializer.Deserialize<InstallationCard>(File.ReadAllText(path), Json) : null;
    }

    /// <summary>Opens what is there; an absent or empty folder becomes a new installation with keys of its own.</summary>
    /// <exception cref="BadInputException">The folder holds something else, or its keys are not on this machine.</exception>
    public static OpenedInstallation OpenOrCreate(Installation where)
    {
        if (CardOf(where.DataFolder) is { } card) return Open(where, card);
        if (Directory.Exists(where.DataFolder) && Directory.EnumerateFileSystemEntries(where.DataFolder).Any())
            throw new BadInputException(Sentences.Of("Folder_not_ours", where.DataFolder));
        return Create(where.DataFolder, where.KeysFolder, where.Database, isDemonstration: false, storyAt: null);
    }

    /// <exception cref="BadInputException">There is no installation, or its keys are not on this machine.</exception>
    public static OpenedInstallation Open(Installation where) =>
        Open(where, CardOf(where.DataFolder) ?? throw new BadInputException(Sentences.Of("No_installation", where.DataFolder)));

    public static OpenedInstallation Create(string folder, string keysFolder, string? postgres, bool isDemonstration, DateTimeOffset? storyAt)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var keys = KeyRing.CreateIn(keysFolder);
        var card = new InstallationCard(keys.Id, isDemonstration, TimeProvider.System.GetUtcNow(), storyAt);
        File.WriteAllText(Path.Combine(folder, CardName), JsonSerializer.Serialize(card, Json));
        return new OpenedInstallation(folder, postgres, card, keys);
    }

    /// <summary>Opens the embedded database as a demonstration is built: one act after the other, none of them durable before the end.</summary>
    public SqliteConnection OpenToBuild() => SqliteStorage.OpenToBuild(SqlitePath);

    /// <summary>Chooses the database.</summary>
    /// <param name="options">To fill.</param>
    public void Choose(DbContextOptionsBuilder options)
    {
        if (_postgres is null) options.UseTisserandSqlite(SqlitePath);
        else options.UseTisserandPostgres(_postgres);
    }

    public TisserandDb OpenDatabase()
    {
        var options = new DbContextOptionsBuilder<TisserandDb>();
        Choose(options);
        return new TisserandDb(options.Options, Keys);
    }

    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = OpenDatabase();
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>The clock: the world's, or in a demonstration one that goes on from where its story stood.</summary>
    public TimeProvider Clock(DateTimeOffset? from)
    {
        var start = from ?? (Card.StoryAt is { } story ? story + (TimeProvider.System.GetUtcNow() - Card.BuiltAt) : null);
        return Card.IsDemonstration && start is { } at ? new StoryClock(at) : TimeProvider.System;
    }

    public void Dispose() => Keys.Dispose();

    private static OpenedInstallation Open(Installation where, InstallationCard card)
    {
        var keys = KeyRing.Load(where.KeysFolder, card.Keys)
            ?? throw new BadInputException(Sentences.Of("Keys_missing", KeyRing.PathOf(where.KeysFolder, card.Keys)));
        return new OpenedInstallation(where.DataFolder, where.Database, card, keys);
    }
}

/// <summary>A clock that stands elsewhere and runs at normal speed.</summary>
internal sealed class StoryClock : TimeProvider
{
    private readonly TimeSpan _shift;

    public StoryClock(DateTimeOffset startsAt) => _shift = startsAt - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
