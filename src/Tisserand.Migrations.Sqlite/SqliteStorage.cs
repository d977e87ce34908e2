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
    /// <param name="durable">False only while a demonstration is built in a folder that is thrown away on failure.</param>
    public static DbContextOptionsBuilder UseTisserandSqlite(this DbContextOptionsBuilder builder, string path, bool durable = true)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 30,
            Pooling = true,
        };
        return builder
            .UseSqlite(connection.ConnectionString, o => o.MigrationsAssembly(MigrationsAssembly.Name))
            .AddInterceptors(new Synchronous(durable ? "FULL" : "OFF"));
    }

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
