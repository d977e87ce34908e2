namespace Tisserand.Migrations.Sqlite;

/// <summary>Names this assembly for EF's migrations.</summary>
public static class MigrationsAssembly
{
    public static string Name => typeof(MigrationsAssembly).Assembly.GetName().Name!;
}
