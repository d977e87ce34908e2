using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Tisserand.App;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Migrations.Postgres;
using Tisserand.Migrations.Sqlite;

namespace Tisserand.Bench.Races;

/// <summary>A town of volunteers who are always free, on a database of its own that is thrown away.</summary>
internal sealed class RaceTown : IAsyncDisposable
{
    private const string Redon = "35236";

    private readonly string _folder = Directory.CreateTempSubdirectory("tisserand-races-").FullName;
    private readonly KeyRing _keys = KeyRing.Create();
    private readonly DayByDay _clock = new();
    private readonly ServiceProvider _services;
    private readonly Territory _territory = new(new TerritoryId(Guid.NewGuid()), "Redon", Redon, "+33261910000");
    private readonly Actor _coordinator = Actor.Of(new App.Accounts.AccountId(Guid.NewGuid()));
    private BeneficiaryId _beneficiary;

    private RaceTown(string? postgres)
    {
        var sqlite = Path.Combine(_folder, "races.db");
        var own = postgres is null ? null : new NpgsqlConnectionStringBuilder(postgres) { Database = "races" + Guid.NewGuid().ToString("N"), MaxPoolSize = 50 }.ConnectionString;
        Action<DbContextOptionsBuilder> choose = own is null ? options => options.UseTisserandSqlite(sqlite) : options => options.UseTisserandPostgres(own);
        _services = new ServiceCollection().AddTisserandApp(_keys, choose)
            .AddSingleton<TimeProvider>(_clock).AddSingleton(new IdSource(seed: 1)).BuildServiceProvider();
    }

    public List<VolunteerId> Volunteers { get; } = [];

    public static async Task<RaceTown> OnAsync(string? postgres, int volunteers)
    {
        var town = new RaceTown(postgres);
        await using var scope = town._services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TisserandDb>();
        await db.Database.MigrateAsync();
        db.Add(town._territory);
        var yvonne = new Beneficiary(new BeneficiaryId(Guid.NewGuid()), town.NewPerson(db, ContactKind.Landline, 0), town._clock.Now());
        yvonne.MoveTo(PersonState.Active, town._clock.Now());
        db.Add(yvonne);
        town._beneficiary = yvonne.Id;
        for (var i = 1; i <= volunteers; i++) db.Add(town.NewVolunteer(db, i));
        await db.SaveChangesAsync();
        return town;
    }

    /// <summary>The next morning: who has a visit stays free for what is asked today.</summary>
    public void ADayLater() => _clock.Days++;

    /// <summary>A need in three days at that hour, put to each of them.</summary>
    public async Task<(HelpRequestId Request, List<ProposalId> Proposals)> AskAsync(IReadOnlyList<VolunteerId> whom, LocalTime hour)
    {
        var at = _clock.Now().LocalDay().PlusDays(3) + hour;
        await using var scope = _services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaptureRequest>().RunAsync(
            new CapturedCall(Guid.NewGuid(), _beneficiary, new NeedInput { NeedType = "courses", Time = new WantedTime.At(at) }), _coordinator, CancellationToken.None);
        var id = ((CaptureOutcome.Captured)outcome).Ids.Request;

        await using var asking = _services.CreateAsyncScope();
        var db = asking.ServiceProvider.GetRequiredService<TisserandDb>();
        var request = await db.HelpRequests.Include(r => r.Proposals).SingleAsync(r => r.Id == id);
        var proposals = new List<ProposalId>();
        foreach (var volunteer in whom)
        {
            var proposal = new Proposal(new ProposalId(Guid.NewGuid()), request, volunteer, proposals.Count + 1, null, _clock.Now());
            if (!proposal.Validate(_clock.Now()) || !proposal.Notify(_clock.Now(), 1, null, null, outsideBudget: false)) throw new InvalidOperationException("The question could not be put.");
            db.Add(proposal);
            proposals.Add(proposal.Id);
        }

        await db.SaveChangesAsync();
        return (id, proposals);
    }

    public async Task<AcceptOutcome> SaysYesAsync(ProposalId proposal, VolunteerId volunteer)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AcceptProposal>().RunAsync(proposal, volunteer, CancellationToken.None);
    }

    /// <summary>Visits of a request, and places it says are taken.</summary>
    public async Task<(int Visits, int Places)> BooksAsync(HelpRequestId request)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TisserandDb>();
        return (await db.Visits.CountAsync(v => v.RequestId == request), await db.HelpRequests.Where(r => r.Id == request).Select(r => r.PlacesTaken).SingleAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await using (var scope = _services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<TisserandDb>().Database.EnsureDeletedAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        _keys.Dispose();
    }

    private Volunteer NewVolunteer(TisserandDb db, int number)
    {
        var now = _clock.Now();
        var volunteer = new Volunteer(new VolunteerId(Guid.NewGuid()), NewPerson(db, ContactKind.Mobile, number), now);
        volunteer.MoveTo(PersonState.Active, now);
        volunteer.Offers(["permis", "voiture"], ["fr"], [], [], []);
        volunteer.IsAvailable("Mo-Su 08:00-20:00", null, null, null);
        volunteer.Travels(Transport.Car, 30, null);
        foreach (var kind in new[] { "charte", "permis", "assurance_auto", "casier_vu", "references" })
        {
            var check = new VolunteerCheck(new VolunteerCheckId(Guid.NewGuid()), volunteer.Id, kind, now.LocalDay(), null, null);
            volunteer.Passed(check);
            db.Add(check);
        }

        Volunteers.Add(volunteer.Id);
        return volunteer;
    }

    private Person NewPerson(TisserandDb db, ContactKind kind, int number)
    {
        var person = new Person(new PersonId(Guid.NewGuid()), _territory.Id, $"Volontaire{number}", "Essai");
        person.LivesAt(Redon, null, $"{number} rue des Essais", null, null);
        person.IsReached(["sms", "call"], false, false, null, null);
        person.HasContacts([new ContactPoint(new ContactPointId(Guid.NewGuid()), person.Id, kind, kind == ContactKind.Mobile ? $"+33639980{number:000}" : "+33261910001", db.Keys)]);
        db.Add(person);
        return person;
    }

    private sealed class DayByDay : TimeProvider
    {
        public int Days { get; set; }

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero).AddDays(Days);
    }
}
