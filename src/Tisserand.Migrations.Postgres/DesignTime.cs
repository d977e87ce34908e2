using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Tisserand.App.Storage;

namespace Tisserand.Migrations.Postgres;

/// <summary>Lets EF's tool write migrations; never used at run time.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<TisserandDb>
{
    public TisserandDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<TisserandDb>().UseNpgsql("Host=127.0.0.1", o => o.MigrationsAssembly(MigrationsAssembly.Name)).Options,
        KeyRing.Create());
}
