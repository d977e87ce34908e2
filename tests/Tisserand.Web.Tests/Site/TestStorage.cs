using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Tisserand.App.Storage;
using Tisserand.Migrations.Sqlite;

namespace Tisserand.Web.Tests.Site;

/// <summary>A database of one test: a copy of one that was migrated once for all of them.</summary>
internal sealed class TestStorage : IDisposable
{
    private static readonly Lazy<string> Migrated = new(Migrate);
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"tisserand-web-{Guid.NewGuid():N}.db");

    public TestStorage() => File.Copy(Migrated.Value, _path);

    public KeyRing Keys { get; } = KeyRing.Create();

    /// <summary>A query that limits rows it has not put in order, or loses an order it gave, is a mistake; serving only warns of it.</summary>
    public void Choose(DbContextOptionsBuilder options) => options.UseTisserandSqlite(_path, durable: false).ConfigureWarnings(warnings => warnings.Throw(
        CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning,
        CoreEventId.DistinctAfterOrderByWithoutRowLimitingOperatorWarning, RelationalEventId.MultipleCollectionIncludeWarning));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(_path + suffix);
        Keys.Dispose();
    }

    private static string Migrate()
    {
        var path = Path.Combine(Path.GetTempPath(), $"tisserand-web-{Guid.NewGuid():N}.db");
        var options = new DbContextOptionsBuilder<TisserandDb>();
        options.UseTisserandSqlite(path, durable: false);
        using var keys = KeyRing.Create();
        using (var db = new TisserandDb(options.Options, keys))
        {
            db.Database.Migrate();
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    }
}
