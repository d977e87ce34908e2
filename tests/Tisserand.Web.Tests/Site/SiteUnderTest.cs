using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Tisserand.App;
using Tisserand.App.Accounts;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Security;
using Tisserand.Web.Site;

namespace Tisserand.Web.Tests.Site;

/// <summary>The whole site in this process on a database of its own, with a few pages of the tests' own.</summary>
public sealed class SiteUnderTest : IAsyncDisposable
{
    public static SiteOptions OverHttps { get; } = new()
    {
        Urls = ["https://localhost"],
        Cooperative = new CooperativeCard("Le Fil d’Oust", "02 99 70 00 00", "Du lundi au vendredi, de 9 h à 17 h.", "bonjour@filoust.example", "dpo@filoust.example") { PhoneHoursInEnglish = "Monday to Friday, 9:00 to 17:00." },
    };

    private readonly WebApplication _app;
    private readonly TestStorage _storage;

    private SiteUnderTest(WebApplication app, TestStorage storage, FakeTimeProvider time) => (_app, _storage, Time) = (app, storage, time);

    public IServiceProvider Services => _app.Services;

    public FakeTimeProvider Time { get; }

    public TerritoryId Redon { get; private set; }

    public static async Task<SiteUnderTest> StartAsync(SiteOptions? options = null, Action<IServiceCollection>? more = null)
    {
        var storage = new TestStorage();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        try
        {
            var builder = TisserandSite.CreateBuilder(options ?? OverHttps);
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddTisserandApp(storage.Keys, storage.Choose);
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.AddSingleton<Pages.Demande.TimesActed>();
            builder.Services.AddRazorPages().AddApplicationPart(typeof(SiteUnderTest).Assembly);
            more?.Invoke(builder.Services);
            var app = builder.Build();
            app.UseTisserandSite();
            app.MapGet("/essai/panne", string () => throw new InvalidOperationException("a secret detail")).AllowAnonymous();
            app.MapGet("/essai/oubli", () => "nobody said who may read this");
            app.MapGet("/essai/entrer/{role}/{id:guid}", (string role, Guid id, HttpContext context) => EnterAsync(role, id, context)).AllowAnonymous();
            await app.StartAsync();

            var site = new SiteUnderTest(app, storage, time);
            site.Redon = await site.InAsync(OpenTerritoryAsync);
            return site;
        }
        catch
        {
            storage.Dispose();
            throw;
        }
    }

    /// <summary>Somebody with a browser of her own: cookies are kept, redirects are not followed.</summary>
    public Visitor Visitor() => new(_app.GetTestServer(), _app.Services.GetRequiredService<SiteOptions>().Urls[0]);

    /// <summary>Somebody of that role, signed in; how she proves who she is has tests of its own.</summary>
    public async Task<Visitor> SignedInAsync(string role)
    {
        var id = role is Roles.Volunteer ? (await AddVolunteerAsync($"{Guid.NewGuid():N}@exemple.fr")).Id.Value
            : role is Roles.Beneficiary or Roles.Carer ? Guid.NewGuid()
            : (await AddAccountAsync(role, $"{Guid.NewGuid():N}@exemple.fr")).Account.Value;
        var visitor = Visitor();
        await visitor.GetAsync($"/essai/entrer/{role}/{id}");
        return visitor;
    }

    public async Task<AddAccountOutcome.Added> AddAccountAsync(string role, string email) =>
        Assert.IsType<AddAccountOutcome.Added>(await InAsync(services => services.GetRequiredService<AddAccount>()
            .RunAsync(Roles.Parse(role)!.Value, [Redon], "Claire Morvan", email, App.Privacy.Actor.Machine, CancellationToken.None)));

    public Task<Volunteer> AddVolunteerAsync(string email, string? mobile = null) => InAsync(async services =>
    {
        var (db, ids, keys) = (services.GetRequiredService<TisserandDb>(), services.GetRequiredService<IdSource>(), services.GetRequiredService<KeyRing>());
        var person = new Person(ids.New<PersonId>(), Redon, "Anne", "Lebrun");
        ContactPoint[] contacts = [new(ids.New<ContactPointId>(), person.Id, ContactKind.Email, email, keys),
            .. mobile is null ? [] : (ContactPoint[])[new(ids.New<ContactPointId>(), person.Id, ContactKind.Mobile, mobile, keys)]];
        person.HasContacts(contacts);
        var volunteer = new Volunteer(ids.New<VolunteerId>(), person, services.GetRequiredService<TimeProvider>().Now());
        volunteer.MoveTo(PersonState.Active, services.GetRequiredService<TimeProvider>().Now());
        db.AddRange(person, volunteer);
        await db.SaveChangesAsync();
        return volunteer;
    });

    /// <summary>The use cases of a second process on the same database and keys, such as the command line.</summary>
    public ServiceProvider AnotherNode()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddTisserandApp(_storage.Keys, _storage.Choose);
        services.AddSingleton<TimeProvider>(Time);
        return services.BuildServiceProvider();
    }

    /// <summary>One act in a scope of its own.</summary>
    public async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _storage.Dispose();
    }

    private static async Task<TerritoryId> OpenTerritoryAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<TisserandDb>();
        var territory = new Territory(services.GetRequiredService<IdSource>().New<TerritoryId>(), "Redon", "35236", "+33299700000");
        db.Add(territory);
        await db.SaveChangesAsync();
        return territory.Id;
    }

    private static async Task EnterAsync(string role, Guid id, HttpContext context)
    {
        var db = context.RequestServices.GetRequiredService<TisserandDb>();
        switch (role)
        {
            case Roles.Volunteer:
                var volunteer = await db.Volunteers.SingleAsync(v => v.Id == new VolunteerId(id));
                await Session.OpenAsync(context, new VolunteerSession(volunteer.Id, volunteer.PersonId, volunteer.TerritoryId));
                break;
            case Roles.Beneficiary or Roles.Carer:
                await Session.OpenForAskingAsync(context, Roles.Parse(role)!.Value, new PersonId(id), new TerritoryId(Guid.NewGuid()));
                break;
            default:
                var account = await db.Accounts.SingleAsync(a => a.Id == new AccountId(id));
                await Session.OpenAsync(context, new AccountSession(account.Id, account.Role, account.Territories, account.SecurityStamp));
                break;
        }
    }
}
