using Microsoft.EntityFrameworkCore;

namespace Tisserand.App.Storage;

/// <summary>Tells a lost race from a broken world, on both databases, without referring to either provider.</summary>
internal static class StorageErrors
{
    /// <summary>Another writer was first: a unique key taken, the database locked, a serialization failure or a deadlock.</summary>
    public static bool IsRace(DbUpdateException error) => error.InnerException is System.Data.Common.DbException inner
        && (inner.SqlState is "23505" or "40001" or "40P01"
            || (inner.GetType().Name == "SqliteException" && Code(inner) is 5 or 6 or 19 && !inner.Message.Contains("CHECK", StringComparison.Ordinal)));

    public static TimeSpan Pause(int lap)
    {
        var most = Math.Min(200, 5 << lap);
        return TimeSpan.FromMilliseconds(System.Security.Cryptography.RandomNumberGenerator.GetInt32(1, most));
    }

    // Microsoft.Data.Sqlite.SqliteException.SqliteErrorCode: 5 busy, 6 locked, 19 constraint.
    private static int Code(System.Data.Common.DbException error) =>
        error.GetType().GetProperty("SqliteErrorCode")?.GetValue(error) as int? ?? 0;
}
