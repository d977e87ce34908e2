using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Channels;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Migrations.Sqlite;

namespace Tisserand.Faults.Tests;

/// <summary>A cooperative on the disk, every commit synchronised, that several processes open one after the other.</summary>
internal sealed class Cooperative : IAsyncDisposable
{
    private const string Redon = "35236";
    private readonly KeyRing _keys;
    private readonly ServiceProvider _services;

    public Cooperative(string folder, IMessageChannel? post = null, Blow? blow = null)
    {
        _keys = Directory.EnumerateFiles(folder, "*.json").Select(path => KeyRing.Load(folder, Path.GetFileNameWithoutExtension(path))).SingleOrDefault() ?? KeyRing.CreateIn(folder);
        var services = new ServiceCollection().AddTisserandApp(_keys, db => db.UseTisserandSqlite(Path.Combine(folder, "tisserand.db")).AddInterceptors(blow is null ? [] : [blow]))
            .AddSingleton<TimeProvider>(Clock);
        if (post is not null) services.AddSingleton(post);
        _services = services.BuildServiceProvider();
    }

    public HandClock Clock { get; } = new();

    public DueWork Due => _services.GetRequiredService<DueWork>();

    /// <summary>Eight volunteers who are often free, and four people who need help.</summary>
    public Task OpenAsync() => LookAsync(async db =>
    {
        await db.Database.MigrateAsync();
        var territory = new Territory(new TerritoryId(Guid.NewGuid()), "Redon", Redon, "+33261910000");
        db.Add(territory);
        for (var i = 0; i < 12; i++)
        {
            var person = new Person(new PersonId(Guid.NewGuid()), territory.Id, $"Essai{i}", "Personne");
            person.LivesAt(Redon, null, $"{i} rue des Essais", null, null);
            person.IsReached(["sms", "call"], false, false, null, null);
            person.HasContacts([new ContactPoint(new ContactPointId(Guid.NewGuid()), person.Id, ContactKind.Mobile, $"+336399801{i:00}", _keys)]);
            db.Add(person);
            if (i < 4) db.Add(Active(new Beneficiary(new BeneficiaryId(Guid.NewGuid()), person, Clock.Now())));
            else db.Add(Ready(db, new Volunteer(new VolunteerId(Guid.NewGuid()), person, Clock.Now())));
        }

        return await db.SaveChangesAsync();
    });

    public async Task<TOutcome> DoAsync<TUseCase, TOutcome>(Func<TUseCase, Task<TOutcome>> act) where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task<T> LookAsync<T>(Func<TisserandDb, Task<T>> look) => DoAsync(look);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _keys.Dispose();
        SqliteConnection.ClearAllPools();
    }

    private Beneficiary Active(Beneficiary beneficiary)
    {
        beneficiary.MoveTo(PersonState.Active, Clock.Now());
        return beneficiary;
    }

    private Volunteer Ready(TisserandDb db, Volunteer volunteer)
    {
        volunteer.MoveTo(PersonState.Active, Clock.Now());
        volunteer.Offers(["permis", "voiture"], ["fr"], [], [], []);
        volunteer.IsAvailable("Mo-Su 08:00-20:00", null, null, null);
        volunteer.Travels(Transport.Car, 30, null);
        foreach (var kind in new[] { "charte", "permis", "assurance_auto", "casier_vu", "references" })
        {
            var check = new VolunteerCheck(new VolunteerCheckId(Guid.NewGuid()), volunteer.Id, kind, Clock.Now().LocalDay(), null, null);
            volunteer.Passed(check);
            db.Add(check);
        }

        return volunteer;
    }
}

/// <summary>Stands until it is moved.</summary>
internal sealed class HandClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    public void ItIs(Instant at) => _now = at.ToDateTimeOffset();

    public override DateTimeOffset GetUtcNow() => _now;
}
