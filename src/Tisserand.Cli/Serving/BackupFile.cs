using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace Tisserand.Cli.Serving;

/// <summary>One file from which an installation can be restored: its card and a consistent copy of its database. Keys are never in it.</summary>
internal static class BackupFile
{
    /// <summary>Writes beside the target first and moves it into place when whole; the site may go on meanwhile.</summary>
    public static async Task WriteAsync(OpenedInstallation installation, string path, CancellationToken ct)
    {
        var copy = path + ".db.part";
        var part = path + ".part";
        try
        {
            await using (var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = installation.SqlitePath, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString))
            await using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString))
            {
                await source.OpenAsync(ct);
                await target.OpenAsync(ct);
                source.BackupDatabase(target);
            }

            await using (var archive = new ZipArchive(new FileStream(part, FileMode.CreateNew, FileAccess.Write), ZipArchiveMode.Create))
            {
                archive.CreateEntryFromFile(copy, OpenedInstallation.DatabaseName, CompressionLevel.Fastest);
                archive.CreateEntryFromFile(Path.Combine(installation.Folder, OpenedInstallation.CardName), OpenedInstallation.CardName);
            }

            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(part, path, overwrite: false);
        }
        finally
        {
            foreach (var left in (string[])[copy, copy + "-wal", copy + "-shm", part])
                File.Delete(left);
        }
    }
}
