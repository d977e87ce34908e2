using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Tisserand.App.Storage;

namespace Tisserand.Migrations.Sqlite;

/// <summary>Lets EF's tool write migrations; never used at run time.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<TisserandDb>
{
    public TisserandDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<TisserandDb>().UseSqlite("Data Source=design.db", o => o.MigrationsAssembly(MigrationsAssembly.Name)).Options,
        KeyRing.Create());
}
