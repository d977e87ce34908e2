using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.Cli.Demonstration;
using Tisserand.Cli.Serving;

namespace Tisserand.Cli.Tests;

/// <summary>Looks at bytes: a lost disk or backup must tell nobody's name, street or number.</summary>
public sealed class What_lies_on_the_disk
{
    [Fact]
    public async Task Neither_database_nor_log_nor_backup_tells_who_people_are()
    {
        using var here = new TemporaryInstallation();
        var ct = TestContext.Current.CancellationToken;
        var at = Instant.FromUtc(2026, 11, 25, 9, 0);
        var files = new Dictionary<string, byte[]>();
        List<string> secrets;
        using (var installation = OpenedInstallation.Create(here.Data, here.Keys, null, isDemonstration: true, at.ToDateTimeOffset()))
        {
            await installation.MigrateAsync(ct);
            await new Builder(installation, 1, at, new TownSize { Volunteers = 30, Beneficiaries = 30, NeedsPerWorkingDay = 3, MonthsByHand = 1, MonthsWithTisserand = 1 }, new Uri("http://localhost:5080"), _ => { }).BuildAsync(ct);
            await using var db = installation.OpenDatabase();
            secrets = await SecretsAsync(db, ct);
            await db.Database.ExecuteSqlRawAsync("UPDATE territories SET \"PeopleVersion\" = \"PeopleVersion\" + 1", ct);      // so that the log is not empty
            foreach (var path in Directory.EnumerateFiles(here.Data)) files[Path.GetFileName(path)] = await ReadSharedAsync(path, ct);
        }

        Assert.Equal(0, (await here.RunAsync("backup", here.File("copie.zip"))).Code);
        await using (var archive = await ZipFile.OpenReadAsync(here.File("copie.zip"), ct))
            foreach (var entry in archive.Entries)
            {
                await using var stream = await entry.OpenAsync(ct);
                using var memory = new MemoryStream();
                await stream.CopyToAsync(memory, ct);
                files["backup/" + entry.FullName] = memory.ToArray();
            }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var keys = JsonDocument.Parse(await File.ReadAllTextAsync(Directory.EnumerateFiles(here.Keys).Single(), ct)).RootElement;
        secrets.AddRange(new[] { "Data", "Index" }.Select(key => keys.GetProperty(key).GetString()!));
        Assert.True(files["backup/tisserand.db"].AsSpan().IndexOf("Redon"u8) > 0, "What is kept in clear is found, so the search works.");
        Assert.True(secrets.Count > 150, $"Only {secrets.Count} names, streets and numbers to look for.");
        Assert.True(files["tisserand.db"].Length > 100_000 && files["tisserand.db-wal"].Length > 0 && files["backup/tisserand.db"].Length > 100_000);
        foreach (var (name, bytes) in files)
            Assert.All(secrets, secret => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{name} holds a name, street or number"));
    }

    [Fact]
    public async Task A_backup_replaces_no_file_and_keeps_everything()
    {
        using var here = new TemporaryInstallation();
        Assert.Equal(0, (await here.RunAsync("account", "add", "--role", "admin", "--email", "claire@exemple.fr")).Code);

        Assert.Equal(0, (await here.RunAsync("backup", here.File("copie.zip"))).Code);
        var before = await File.ReadAllBytesAsync(here.File("copie.zip"), TestContext.Current.CancellationToken);
        var again = await here.RunAsync("backup", here.File("copie.zip"));

        Assert.Equal(2, again.Code);
        Assert.Equal(before, await File.ReadAllBytesAsync(here.File("copie.zip"), TestContext.Current.CancellationToken));
        Directory.Delete(here.Data, recursive: true);
        await ZipFile.ExtractToDirectoryAsync(here.File("copie.zip"), here.Data, TestContext.Current.CancellationToken);
        using var restored = OpenedInstallation.Open(new Installation(here.Data, here.Keys, null));
        await using (var db = restored.OpenDatabase())
            Assert.Equal("claire@exemple.fr", (await db.Accounts.SingleAsync(TestContext.Current.CancellationToken)).Email);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task With_PostgreSQL_its_own_tool_is_named()
    {
        using var here = new TemporaryInstallation();
        OpenedInstallation.Create(here.Data, here.Keys, "Host=nowhere", isDemonstration: false, storyAt: null).Dispose();

        var answer = await here.RunAsync("backup", here.File("copie.zip"), "--database", "Host=nowhere");

        Assert.Equal(2, answer.Code);
        Assert.Contains("pg_dump", answer.Error, StringComparison.Ordinal);
    }

    private static async Task<List<string>> SecretsAsync(App.Storage.TisserandDb db, CancellationToken ct)
    {
        var people = await db.People.Select(p => new { p.FirstName, p.LastName, p.Street }).ToListAsync(ct);
        var contacts = await db.ContactPoints.ToListAsync(ct);
        return [.. people.SelectMany(p => new[] { p.FirstName, p.LastName, p.Street }).OfType<string>()
            .Concat(contacts.SelectMany(c => new[] { c.Value, c.Value.Replace("+33", "0", StringComparison.Ordinal) }))
            .Where(text => text.Length >= 6).Distinct()];
    }

    private static async Task<byte[]> ReadSharedAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}
