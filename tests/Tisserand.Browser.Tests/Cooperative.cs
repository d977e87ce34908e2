using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using NodaTime;
using Tisserand.App;
using Tisserand.App.Accounts;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Migrations.Sqlite;
using Tisserand.Web.Site;

namespace Tisserand.Browser.Tests;

/// <summary>A demonstration of a few people, served by the real site on a real port over a real SQLite file, and the browser that visits it.
/// Scripts are off unless a test asks for them. The clock stands until a test moves it.</summary>
public sealed class Cooperative : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tisserand-").FullName;
    private readonly KeyRing _keys = KeyRing.Create();
    private WebApplication _site = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    private Cooperative(string at) =>
        Clock = new FakeTimeProvider(Calendars.Paris.AtStrictly(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(at + ":00").Value).ToDateTimeOffset());

    public FakeTimeProvider Clock { get; }

    public TerritoryId Territory { get; } = new(Guid.NewGuid());

    public string Home { get; private set; } = "";

    public IServiceProvider Services => _site.Services;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Cooperative> OpenAsync(string at = "2026-11-30T09:00")
    {
        var cooperative = new Cooperative(at);
        await cooperative.StartAsync();
        return cooperative;
    }

    /// <summary>A visitor of her own, with the cookies of nobody else.</summary>
    public async Task<IPage> VisitorAsync(int width = 1280, int height = 900, bool scripts = false)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Home,
            JavaScriptEnabled = scripts,
            BypassCSP = scripts,                // only so that a test can look from within
            Locale = "fr-FR",
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        return page;
    }

    /// <summary>Signs a visitor in through the demonstration's own door.</summary>
    public async Task<IPage> EnterAsync(string role, string? person = null, int width = 1280, bool scripts = false)
    {
        var page = await VisitorAsync(width, scripts: scripts);
        await page.GotoAsync("/demo");
        var form = person is null
            ? page.Locator($"form:has(input[name=role][value={role}])").First
            : page.Locator($"form:has(input[name=role][value={role}]):has(input[name=person][value='{person}'])").First;
        await form.Locator("button").ClickAsync();
        return page;
    }

    /// <summary>Ticks a box or chooses an answer as a finger does: on its words.</summary>
    public static async Task TickAsync(IPage page, string input) =>
        await page.Locator($"label[for='{await page.Locator(input).GetAttributeAsync("id")}']").ClickAsync();

    /// <summary>Keeps a picture of the page as it is, where TISSERAND_PICTURES names a folder; elsewhere nothing.</summary>
    public async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TISSERAND_PICTURES") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
    }

    /// <summary>From now to an hour in Paris, <c>2026-12-02T18:01</c>.</summary>
    public Duration Until(string local) =>
        Calendars.Paris.AtStrictly(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(local + ":00").Value).ToInstant() - Clock.Now();

    /// <summary>A volunteer with her telephone, through the same door.</summary>
    public async Task<IPage> EnterAsync(int width, VolunteerId who) =>
        await EnterAsync("volunteer", $"{(await LookAsync(db => db.Volunteers.Where(v => v.Id == who).Select(v => v.PersonId).SingleAsync(Ct))).Value}", width);

    /// <summary>Time passes, and what falls due is done.</summary>
    public async Task PassAsync(Duration time)
    {
        Clock.Advance(time.ToTimeSpan());
        await DueAsync();
    }

    public Task DueAsync() => Services.GetRequiredService<DueWork>().RunAsync(Clock.Now(), Ct);

    public async Task<T> LookAsync<T>(Func<TisserandDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TisserandDb>());
    }

    public async Task<VolunteerId> VolunteerAsync(string firstName, string lastName, string mobile, string hours = "Mo-Sa 08:00-20:00", string? email = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var form = new VolunteerForm
        {
            Person = new PersonForm { FirstName = firstName, LastName = lastName, Sex = Sex.Female, Mobile = mobile, Email = email, Insee = "35236", Street = "1 rue des Tests" },
            Skills = ["permis", "voiture"],
            Hours = hours,
            MaxTravelMinutes = 30,
        };
        var saved = (SaveOutcome<VolunteerId>.Saved)await scope.ServiceProvider.GetRequiredService<SaveVolunteer>().RunAsync(Territory, null, form, active: true, null, Actor.Machine, Ct);
        foreach (var check in new[] { "charte", "permis", "assurance_auto", "casier_vu", "references" })
            await scope.ServiceProvider.GetRequiredService<RecordCheck>().RunAsync(saved.Id, check, Clock.Now().LocalDay(), null, Actor.Machine, Ct);
        return saved.Id;
    }

    public async Task<BeneficiaryId> BeneficiaryAsync(string firstName, string lastName, string landline, string? mobile = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var form = new BeneficiaryForm
        {
            Person = new PersonForm { FirstName = firstName, LastName = lastName, Sex = Sex.Female, Landline = landline, Mobile = mobile, Insee = "35236", Street = "12 rue du Port" },
            LivesAlone = true,
        };
        return ((SaveOutcome<BeneficiaryId>.Saved)await scope.ServiceProvider.GetRequiredService<SaveBeneficiary>().RunAsync(Territory, null, form, null, Actor.Machine, Ct)).Id;
    }

    /// <summary>The accounts beside the coordinator's: board, data-protection officer, administrator.</summary>
    public async Task StaffAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        foreach (var role in (Role[])[Role.Board, Role.Officer, Role.Administrator])
            await scope.ServiceProvider.GetRequiredService<AddAccount>().RunAsync(role, [Territory], "Camille", $"{role}@exemple.fr", Actor.Machine, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        var port = FreePort();
        Home = $"http://localhost:{port}";
        var options = new SiteOptions
        {
            Urls = [Home],
            IsDemonstration = true,
            Cooperative = new CooperativeCard("Vie Solidaire Locale", "02 99 71 00 00", "du lundi au vendredi, de 9 h à 17 h", "contact@exemple.fr", "dpo@exemple.fr"),
        };
        _site = TisserandSite.Build(options, services =>
        {
            services.AddTisserandApp(_keys, db => db.UseTisserandSqlite(Path.Combine(_folder, "tisserand.db"), durable: false));
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(new PublicAddress(new Uri(Home)));
            services.AddDemonstrationChannels();
            services.AddLogging(log => log.ClearProviders());
        });
        await using (var scope = Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TisserandDb>();
            await db.Database.MigrateAsync(Ct);
            db.Add(new Territory(Territory, "Redon", "35236", "+33299710000"));
            db.Add(new Account(new AccountId(Guid.NewGuid()), Role.Coordinator, [Territory], "Claire", "claire@exemple.fr", _keys.IndexOf("claire@exemple.fr"), Clock.Now()));
            await db.SaveChangesAsync(Ct);
        }

        await _site.StartAsync(Ct);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TISSERAND_CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
