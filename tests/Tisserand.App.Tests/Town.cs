using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Text;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Tests;

/// <summary>A small town with the real use cases on a real database; only the clock is ours. Each act has its own scope, as a page has.</summary>
public sealed class Town : IAsyncDisposable
{
    public const string Redon = "35236", Bains = "35013";

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private int _people;

    private Town(TestDatabase database, FakeTimeProvider clock, Action<IServiceCollection>? more)
    {
        _database = database;
        Clock = clock;
        var services = new ServiceCollection().AddTisserandApp(database.Keys, database.Choose);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new IdSource(seed: 1));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public TerritoryId Territory { get; } = new(Guid.NewGuid());

    public Actor Coordinator { get; } = Actor.Of(new App.Accounts.AccountId(Guid.NewGuid()));

    public Instant Now => Clock.Now();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="kind">Which database.</param>
    /// <param name="at">Local time in Redon.</param>
    /// <param name="more">What the test stands in for.</param>
    public static async Task<Town> OnAsync(Database kind, string at = "2026-11-30T09:00", Action<IServiceCollection>? more = null)
    {
        var town = new Town(await TestDatabase.CreateAsync(kind), new FakeTimeProvider(Local(at).ToDateTimeOffset()), more);
        await using var db = town._database.Open();
        db.Add(new Territory(town.Territory, "Redon", Redon, "+33299710000"));
        await db.SaveChangesAsync(Ct);
        return town;
    }

    public static Instant Local(string at) => Calendars.Paris.AtStrictly(Said(at)).ToInstant();

    public static LocalDateTime Said(string at) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(at).Value;

    public static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;

    public void ItIs(string at) => Clock.SetUtcNow(Local(at).ToDateTimeOffset());

    /// <summary>One act of one person: a use case in a scope of its own.</summary>
    public async Task<TOutcome> DoAsync<TUseCase, TOutcome>(Func<TUseCase, Task<TOutcome>> act) where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async Task DoAsync<TUseCase>(Func<TUseCase, Task> act) where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async Task<T> LookAsync<T>(Func<TisserandDb, Task<T>> read)
    {
        await using var db = _database.Open();
        return await read(db);
    }

    /// <summary>A beneficiary who only has a landline, unless another number or address is given.</summary>
    public async Task<BeneficiaryId> BeneficiaryAsync(string firstName = "Yvonne", string? phone = null, string insee = Redon)
    {
        await using var db = _database.Open();
        var person = NewPerson(db, firstName, ContactKind.Landline, phone ?? $"+332997112{_people % 100:00}", insee, ["call"]);
        var beneficiary = new Beneficiary(new BeneficiaryId(Guid.NewGuid()), person, Now);
        beneficiary.MoveTo(PersonState.Active, Now);
        db.AddRange(person, beneficiary);
        await db.SaveChangesAsync(Ct);
        return beneficiary.Id;
    }

    /// <summary>A volunteer with a mobile, a car and all checks, free at the hours given.</summary>
    public async Task<VolunteerId> VolunteerAsync(string firstName = "Anne", string hours = "Mo-Su 08:00-20:00", string insee = Redon)
    {
        await using var db = _database.Open();
        var person = NewPerson(db, firstName, ContactKind.Mobile, $"+336399801{_people % 100:00}", insee, ["sms", "call"]);
        var volunteer = new Volunteer(new VolunteerId(Guid.NewGuid()), person, Now);
        volunteer.MoveTo(PersonState.Active, Now);
        volunteer.Offers(["permis", "voiture"], ["fr"], [], [], []);
        volunteer.IsAvailable(hours, null, null, null);
        volunteer.Travels(Transport.Car, 30, null);
        foreach (var check in new[] { "charte", "permis", "assurance_auto", "casier_vu", "references" })
        {
            var seen = new VolunteerCheck(new VolunteerCheckId(Guid.NewGuid()), volunteer.Id, check, Now.LocalDay(), null, null);
            volunteer.Passed(seen);
            db.Add(seen);
        }

        db.AddRange(person, volunteer);
        await db.SaveChangesAsync(Ct);
        return volunteer.Id;
    }

    public Task<PersonId> PersonOfAsync(VolunteerId id) => LookAsync(db => db.Volunteers.Where(v => v.Id == id).Select(v => v.PersonId).SingleAsync(Ct));

    public Task<PersonId> PersonOfAsync(BeneficiaryId id) => LookAsync(db => db.Beneficiaries.Where(b => b.Id == id).Select(b => b.PersonId).SingleAsync(Ct));

    /// <summary>A coordinator notes a call: one request, open.</summary>
    public async Task<HelpRequestId> AsksForHelpAsync(BeneficiaryId beneficiary, string at = "2026-12-03T10:00", string needType = "courses", int people = 1)
    {
        var call = new CapturedCall(Guid.NewGuid(), beneficiary, new NeedInput { NeedType = needType, Time = new WantedTime.At(Said(at)), People = people });
        return Assert.IsType<CaptureOutcome.Captured>(await DoAsync((CaptureRequest capture) => capture.RunAsync(call, Coordinator, Ct))).Ids.Request;
    }

    /// <summary>The volunteer is asked.</summary>
    public async Task<ProposalId> NotifiesAsync(HelpRequestId request, VolunteerId volunteer)
    {
        await using var db = _database.Open();
        var whole = await db.HelpRequests.Include(r => r.Proposals).SingleAsync(r => r.Id == request, Ct);
        var proposal = new Proposal(new ProposalId(Guid.NewGuid()), whole, volunteer, whole.Proposals.Count + 1, null, Now);
        Assert.True(proposal.Validate(Now));
        Assert.True(proposal.Notify(Now, wave: 1, shortCode: 47, answerKey: null, outsideBudget: false));
        db.Add(proposal);
        await db.SaveChangesAsync(Ct);
        return proposal.Id;
    }

    public Task<AcceptOutcome> SaysYesAsync(ProposalId proposal, VolunteerId volunteer) =>
        DoAsync((AcceptProposal accept) => accept.RunAsync(proposal, volunteer, Ct));

    /// <summary>She was asked and says yes.</summary>
    public async Task<VisitId> PlansAsync(HelpRequestId request, VolunteerId volunteer) =>
        Assert.IsType<AcceptOutcome.Planned>(await SaysYesAsync(await NotifiesAsync(request, volunteer), volunteer)).Visit.Id;

    public Task<HelpRequest> RequestAsync(HelpRequestId id) =>
        LookAsync(db => db.HelpRequests.Include(r => r.Visits).Include(r => r.Proposals).AsSplitQuery().SingleAsync(r => r.Id == id, Ct));

    public Task<Visit> VisitAsync(VisitId id) => LookAsync(db => db.Visits.SingleAsync(v => v.Id == id, Ct));

    /// <summary>Everything that waits to leave, or has left, for a person, in order.</summary>
    public Task<List<OutgoingMessage>> MessagesToAsync(PersonId person, params MessageKind[] kinds) => LookAsync(db =>
        db.OutgoingMessages.Where(m => m.PersonId == person && (kinds.Length == 0 || kinds.Contains(m.Kind))).OrderBy(m => m.CreatedAt).ToListAsync(Ct));

    /// <summary>What stands on the list of whoever is on duty.</summary>
    public Task<List<AttentionItem>> DutyListAsync(string? reason = null) => LookAsync(db =>
        db.AttentionItems.Where(a => a.DoneAt == null && (reason == null || a.Reason == reason)).OrderBy(a => a.Since).ToListAsync(Ct));

    /// <summary>All that waits has left.</summary>
    public async Task EverythingIsSentAsync()
    {
        await using var db = _database.Open();
        foreach (var message in await db.OutgoingMessages.Where(m => m.State == MessageState.Waiting).ToListAsync(Ct))
        {
            message.BeginSending(Now);
            message.WasSent(Now);
        }

        await db.SaveChangesAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private Person NewPerson(TisserandDb db, string firstName, ContactKind kind, string number, string insee, IReadOnlyList<string> channels)
    {
        _people++;
        var person = new Person(new PersonId(Guid.NewGuid()), Territory, firstName, "Essai");
        person.LivesAt(insee, null, $"{_people} rue des Essais", null, null);
        person.IsReached(channels, false, false, null, null);
        person.HasContacts([new ContactPoint(new ContactPointId(Guid.NewGuid()), person.Id, kind, number, db.Keys)]);
        return person;
    }
}
