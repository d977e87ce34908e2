using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tisserand.Migrations.Sqlite;

/// <summary>The embedded database: one file, write-ahead log, every commit on the disk.</summary>
public static class SqliteStorage
{
    /// <param name="builder">The options to fill.</param>
    /// <param name="path">The database file; made when absent.</param>
    /// <param name="durable">False only for what is thrown away on failure.</param>
    public static DbContextOptionsBuilder UseTisserandSqlite(this DbContextOptionsBuilder builder, string path, bool durable = true) => builder
        .UseSqlite(ConnectionTo(path), o => o.MigrationsAssembly(MigrationsAssembly.Name))
        .AddInterceptors(new Synchronous(durable ? "FULL" : "OFF"));

    /// <summary>One open connection, for acts that follow each other.</summary>
    public static DbContextOptionsBuilder UseTisserandSqlite(this DbContextOptionsBuilder builder, SqliteConnection open) =>
        builder.UseSqlite(open, o => o.MigrationsAssembly(MigrationsAssembly.Name));

    /// <summary>Opens what a demonstration is built in, to be thrown away if it fails: nothing waits for the disk.</summary>
    public static SqliteConnection OpenToBuild(string path)
    {
        var connection = new SqliteConnection(ConnectionTo(path));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=OFF";
        command.ExecuteNonQuery();
        return connection;
    }

    private static string ConnectionTo(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 30,
        Pooling = true,
    }.ConnectionString;

    private sealed class Synchronous(string level) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = level == "FULL" ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF";
            command.ExecuteNonQuery();
        }
    }
}
