using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Tisserand.App.Storage;
using Tisserand.Migrations.Postgres;
using Tisserand.Migrations.Sqlite;
using Xunit.Sdk;
using Xunit.v3;

namespace Tisserand.App.Tests.Storage;

/// <summary>Which real database a test runs on.</summary>
public enum Database { Sqlite, Postgres }

/// <summary>Runs a theory once on SQLite and once on PostgreSQL; without a server the second is skipped, and said.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgres = new TheoryDataRow<Database>(Database.Postgres);
        if (TestDatabase.PostgresServer is null) postgres.Skip = "TISSERAND_TEST_POSTGRES is not set: ./test starts a server and sets it";
        return new([new TheoryDataRow<Database>(Database.Sqlite), postgres]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A fresh, migrated database of one test, thrown away after it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>One for all: the model, and with it every query, is compiled once per key ring.</summary>
    private static readonly KeyRing SharedKeys = KeyRing.Create();

    private readonly string _folder = Directory.CreateTempSubdirectory("tisserand-").FullName;
    private readonly string? _postgresName;

    private TestDatabase(Database kind)
    {
        Kind = kind;
        if (kind == Database.Postgres) _postgresName = "t" + Guid.NewGuid().ToString("N");
    }

    public static string? PostgresServer => Environment.GetEnvironmentVariable("TISSERAND_TEST_POSTGRES");

    public Database Kind { get; }

    public string Folder => _folder;

    public string SqlitePath => Path.Combine(_folder, "tisserand.db");

    public KeyRing Keys { get; } = SharedKeys;

    /// <param name="kind">Which database.</param>
    /// <param name="durable">True where the test kills processes or looks at bytes.</param>
    public static async Task<TestDatabase> CreateAsync(Database kind, bool durable = false)
    {
        var database = new TestDatabase(kind) { Durable = durable };
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        return database;
    }

    public bool Durable { get; private init; }

    public void Choose(DbContextOptionsBuilder options)
    {
        // A query that limits rows it has not put in order, or loses an order it gave, is a mistake; serving only warns of it.
        options.ConfigureWarnings(warnings => warnings.Throw(
            CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning,
            CoreEventId.DistinctAfterOrderByWithoutRowLimitingOperatorWarning, RelationalEventId.MultipleCollectionIncludeWarning));
        if (_postgresName is null)
            options.UseTisserandSqlite(SqlitePath, Durable);
        else
            options.UseTisserandPostgres(new NpgsqlConnectionStringBuilder(PostgresServer!) { Database = _postgresName, MaxPoolSize = 40 }.ConnectionString);
    }

    public TisserandDb Open()
    {
        var options = new DbContextOptionsBuilder<TisserandDb>();
        Choose(options);
        return new TisserandDb(options.Options, Keys);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgresName is not null)
        {
            await using var db = Open();
            NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
            await db.Database.EnsureDeletedAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
