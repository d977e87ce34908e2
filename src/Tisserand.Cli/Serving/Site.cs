using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tisserand.App;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Channels;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Web.Health;
using Tisserand.Web.Jobs;
using Tisserand.Web.Site;

namespace Tisserand.Cli.Serving;

/// <summary>Serves an opened installation until it is told to stop.</summary>
internal static class Site
{
    /// <param name="installation">Migrated.</param>
    /// <param name="url">Address to listen to.</param>
    /// <param name="from">Where a demonstration's clock starts; null = where it was left.</param>
    /// <param name="ct">Ctrl-C.</param>
    /// <exception cref="BadInputException">Plain http over a network for real people, or an address that another program holds.</exception>
    public static async Task ServeAsync(OpenedInstallation installation, Uri url, DateTimeOffset? from, CancellationToken ct)
    {
        var options = new SiteOptions
        {
            Urls = [url.GetLeftPart(UriPartial.Authority)],
            IsDemonstration = installation.Card.IsDemonstration,
            Cooperative = await CooperativeAsync(installation, ct),
        };
        if (Transports.Of(options) == Transport.Refused) throw new BadInputException(Sentences.Of("Needs_https", url));

        var builder = TisserandSite.CreateBuilder(options);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);      // standard output is for results
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)      // what stops the start is said once, in a sentence
            .AddFilter("tisserand", LogLevel.Information).AddFilter("Tisserand", LogLevel.Information);
        builder.Services.AddTisserandApp(installation.Keys, db => installation.Choose(db));
        builder.Services.AddSingleton(installation.Clock(from));
        builder.Services.AddSingleton(new PublicAddress(options.PublicAddress));
        if (installation.Card.IsDemonstration) builder.Services.AddDemonstrationChannels();
        else builder.Services.AddMessageChannels(SmtpOptions.Read(builder.Configuration));
        builder.Services.AddJobs();
        builder.Services.PostConfigureAll<CookieAuthenticationOptions>(o => o.TimeProvider = TimeProvider.System);   // browsers live in the real time
        AddReadiness(builder.Services, installation);

        await using var app = builder.Build();
        app.UseTisserandSite();
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new BadInputException(Sentences.Of("Address_taken", options.Urls[0]));
        }

        _ = Task.Run(() => Language.Understand.WarmUp(Language.Surroundings.Of(CommuneTable.Shipped.Find(Demonstration.Builder.Seat)!)), ct);
        await Console.Error.WriteLineAsync(Sentences.Of("Serving", options.Urls[0]));
        await app.WaitForShutdownAsync(ct);
    }

    private static async Task<CooperativeCard> CooperativeAsync(OpenedInstallation installation, CancellationToken ct)
    {
        await using var db = installation.OpenDatabase();
        var territory = await db.Territories.OrderBy(t => t.Name).FirstOrDefaultAsync(ct);
        if (territory is null) return CooperativeCard.Unnamed;
        var phone = FrenchPhone.Shown(territory.Phone);
        return new CooperativeCard("Vie Solidaire Locale", phone, Sentences.In("fr-FR", "Office_hours"), territory.Email ?? "", territory.Email ?? phone)
        {
            PhoneHoursInEnglish = Sentences.In("en-GB", "Office_hours"),
        };
    }

    private static void AddReadiness(IServiceCollection services, OpenedInstallation installation)
    {
        services.AddSingleton(new ReadinessCheck("database", async (provider, ct) =>
            await WithDbAsync(provider, async db => new Readiness(await db.Database.CanConnectAsync(ct), "the database answers"))));
        services.AddSingleton(new ReadinessCheck("migrations", async (provider, ct) => await WithDbAsync(provider, async db =>
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
            return new Readiness(pending == 0, $"{pending} to apply");
        })));
        services.AddSingleton(new ReadinessCheck("jobs", (provider, _) =>
        {
            var last = provider.GetRequiredService<JobPulse>().Last;
            var isRecent = last is { } at && TimeProvider.System.GetUtcNow() - at < TimeSpan.FromMinutes(3);
            return Task.FromResult(new Readiness(isRecent, last is null ? "no run yet" : "running"));
        }));
        services.AddSingleton(new ReadinessCheck("disk", (_, _) =>
        {
            var free = new DriveInfo(installation.Folder).AvailableFreeSpace / (1024 * 1024);
            return Task.FromResult(new Readiness(free > 200, $"{free} MB free"));
        }));
        services.AddSingleton(new ReadinessCheck("outbox", async (provider, ct) => await WithDbAsync(provider, async db =>
        {
            var late = provider.GetRequiredService<TimeProvider>().Now() - NodaTime.Duration.FromMinutes(15);
            var waiting = await db.OutgoingMessages.CountAsync(m => m.State == MessageState.Waiting && m.Channel != MessageChannel.Call && m.NextTryAt < late, ct);
            return new Readiness(waiting == 0, $"{waiting} messages late by more than 15 minutes");
        })));
    }

    private static async Task<Readiness> WithDbAsync(IServiceProvider provider, Func<TisserandDb, Task<Readiness>> ask)
    {
        await using var scope = provider.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TisserandDb>());
    }
}
