using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Spectre.Console;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Cli.Demonstration;
using Tisserand.Cli.Serving;
using Tisserand.Web.Site;

namespace Tisserand.Cli.Verbs;

/// <summary>Builds the demonstration cooperative, prints what happened there, and serves it.</summary>
internal static class Demo
{
    public static Command Verb(SharedOptions shared)
    {
        var noServe = SharedOptions.Flag("--no-serve");
        var verb = CommandLine.Verb("demo", shared.Data, shared.Database, shared.Url, shared.At, shared.Seed, noServe, shared.Json);
        verb.SetAction((parsed, ct) => RunAsync(new DemoOrder(
            Installation.Of(parsed, shared, demonstration: true),
            parsed.GetValue(shared.Url) ?? Serve.UsualUrl,
            parsed.GetValue(shared.At),
            parsed.GetValue(shared.Seed) ?? 1,
            MustServe: !parsed.GetValue(noServe),
            AsJson: parsed.GetValue(shared.Json)), ct));
        return verb;
    }

    private static async Task<int> RunAsync(DemoOrder order, CancellationToken ct)
    {
        if (order.Where.Database is not null) throw new BadInputException(Sentences.Of("Demo_sqlite_only"));
        var folder = order.Where.DataFolder;
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && OpenedInstallation.CardOf(folder) is not { IsDemonstration: true })
            throw new BadInputException(Sentences.Of("Demo_folder", folder));

        var at = order.At is { } said ? Calendars.Paris.AtLeniently(said).ToInstant() : TimeProvider.System.Now();
        var size = new TownSize();
        var summary = await BuildAsync(order, at, size, ct);
        if (order.AsJson) await Console.Out.WriteLineAsync(JsonSerializer.Serialize(summary.AsJson(order.Url)));
        else summary.Print(AnsiConsole.Console, size.MonthsByHand, size.MonthsWithTisserand);
        if (!order.MustServe) return Outcome.Done;

        if (!order.AsJson) await Console.Out.WriteLineAsync(Sentences.Of("Demo_click", order.Url.GetLeftPart(UriPartial.Authority)));
        using var installation = OpenedInstallation.Open(order.Where);
        await Site.ServeAsync(installation, order.Url, null, ct);
        return Outcome.Done;
    }

    /// <summary>Built beside its place, and moved there when whole; an earlier demonstration goes away with its keys.</summary>
    private static async Task<Summary> BuildAsync(DemoOrder order, Instant at, TownSize size, CancellationToken ct)
    {
        var folder = order.Where.DataFolder;
        var building = folder.TrimEnd(Path.DirectorySeparatorChar) + ".part";
        if (Directory.Exists(building)) Directory.Delete(building, recursive: true);
        var since = at.LocalDay().PlusMonths(-size.MonthsWithTisserand).StartInParis();
        var site = new SiteOptions { Urls = [order.Url.GetLeftPart(UriPartial.Authority)] };
        Summary summary;
        using (var installation = OpenedInstallation.Create(building, order.Where.KeysFolder, null, isDemonstration: true, at.ToDateTimeOffset()))
        {
            await installation.MigrateAsync(ct);
            await WithProgressAsync(progress => new Builder(installation, order.Seed, at, size, site.PublicAddress, progress).BuildAsync(ct));
            await using var db = installation.OpenDatabase();
            summary = await Summary.OfAsync(db, at, since, ct);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (OpenedInstallation.CardOf(folder) is { IsDemonstration: true } earlier) File.Delete(KeyRing.PathOf(order.Where.KeysFolder, earlier.Keys));
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.Move(building, folder);
        return summary;
    }

    private static async Task WithProgressAsync(Func<Action<double>, Task> build)
    {
        if (Console.IsErrorRedirected)
        {
            await build(_ => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask(Sentences.Of("Demo_building"), maxValue: 1);
            await build(done => task.Value = done);
        });
    }
}

/// <param name="At">Where the demonstration's clock starts, Europe/Paris; null means now.</param>
internal sealed record DemoOrder(Installation Where, Uri Url, LocalDateTime? At, int Seed, bool MustServe, bool AsJson);
