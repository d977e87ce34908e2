using Microsoft.EntityFrameworkCore;

namespace Tisserand.Migrations.Postgres;

/// <summary>The database of a federation, or of one machine that has outgrown the embedded one.</summary>
public static class PostgresStorage
{
    public static DbContextOptionsBuilder UseTisserandPostgres(this DbContextOptionsBuilder builder, string connection) =>
        builder.UseNpgsql(connection, o => o.MigrationsAssembly(MigrationsAssembly.Name));
}
