using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Cli.Serving;
using Tisserand.France;
using Tisserand.Migrations.Sqlite;
using Tisserand.Simulation;
using Tisserand.Simulation.People;
using Tisserand.Simulation.Town;

namespace Tisserand.Cli.Demonstration;

/// <summary>How big the demonstration is.</summary>
internal sealed record TownSize
{
    public int Volunteers { get; init; } = 180;

    public int Beneficiaries { get; init; } = 320;

    /// <summary>Needs on an ordinary working day.</summary>
    public double NeedsPerWorkingDay { get; init; } = 4.2;

    public int MonthsByHand { get; init; } = 13;

    public int MonthsWithTisserand { get; init; } = 5;
}

/// <summary>Builds the cooperative of Redon: months by hand, then months lived through the same use cases as the present.</summary>
internal sealed class Builder(OpenedInstallation installation, int seed, Instant at, TownSize size, Uri site, Action<double> progress)
{
    public const string Seat = "35236";

    private const double KmAround = 18, SeriesPerBeneficiary = 0.08;
    private static readonly Duration Desk = Duration.FromHours(20);
    private readonly Chance _chance = new(seed);
    private readonly StoryTime _clock = new();

    public async Task BuildAsync(CancellationToken ct)
    {
        await using var database = installation.OpenToBuild();
        await using var services = new ServiceCollection()
            .AddTisserandApp(installation.Keys, db => db.UseTisserandSqlite(database))
            .AddDemonstrationChannels()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(new PublicAddress(site))
            .AddSingleton(new IdSource(seed))
            .BuildServiceProvider();
        var today = at.LocalDay();
        var switchDay = today.PlusMonths(-size.MonthsWithTisserand);
        var firstDay = switchDay.PlusMonths(-size.MonthsByHand);
        _clock.ItIs(ParisTime.At(firstDay, new LocalTime(9, 0)));

        var territory = new Territory(new TerritoryId(new IdSource(seed + 1).NewGuid()), "Redon", Seat, "+33261910000");
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TisserandDb>();
            db.Add(territory);
            await db.SaveChangesAsync(ct);
        }

        var seat = CommuneTable.Shipped.Find(Seat)!;
        var communes = new[] { seat }.Concat(CommuneTable.Shipped.Neighbours(Seat, KmAround)).Where(c => c.Point is not null).ToList();
        var options = new LifeOptions();
        var residents = new Residents(_chance, communes, options);
        var (helpers, elders) = (residents.Helpers(size.Volunteers), residents.Elders(size.Beneficiaries));

        var files = new TownFiles(services, territory.Id, _chance);
        var coordinator = Actor.Of(await files.OpenAccountsAsync(ct));
        var volunteers = new List<(VolunteerId Id, PersonId Person)>();
        var beneficiaries = new List<BeneficiaryId>();
        foreach (var helper in helpers) volunteers.Add(await files.OpenAsync(helper, firstDay, ct));
        progress(0.06);
        foreach (var elder in elders) beneficiaries.Add(await files.OpenAsync(elder, firstDay, ct));
        progress(0.12);

        var calendar = FrenchCalendar.Of(seat, SchoolHolidays.Shipped);
        var office = new OfficeHours(calendar, Calendars.Paris);
        var willingness = new Willingness(_chance, options);
        var demand = new Demand(_chance, elders, communes, calendar, Calendars.Paris);

        var byHand = demand.Between(firstDay, switchDay.PlusDays(-1), size.NeedsPerWorkingDay, 0);
        await LiveByHandAsync(services, byHand, new ByHand(_chance, helpers, elders, willingness, office, options, Calendars.Paris), elders, options, volunteers, beneficiaries, switchDay, coordinator, ct);
        progress(0.2);

        var errands = demand.Between(switchDay, today, size.NeedsPerWorkingDay, byHand.Count);
        var routines = new Routines(_chance, helpers, elders, willingness, office, code => Taxonomy.Shipped.Find(code)!.RequiredSkills)
            .Between(switchDay, today.PlusDays(-3), (int)(size.Beneficiaries * SeriesPerBeneficiary), Seat);
        var town = new Town(territory.Id, coordinator, office, willingness, options, _chance, helpers, elders, volunteers, beneficiaries, LeftToVisitor(calendar));
        _clock.ItIs(switchDay.StartInParis());
        var (acts, agenda) = (new Acts(services, ct), new Agenda(_clock));
        var todays = new Today(town, acts, agenda);
        todays.WillHappen(at);
        await new Life(town, acts, agenda)
            .LiveAsync([.. errands.Where(e => e.AskedAt <= at)], routines, switchDay.StartInParis(), at, done => progress(0.2 + (0.78 * done)));
        await todays.HappensAsync();
        progress(1);
    }

    /// <summary>Whoever opens the demonstration finds what has come to the desk since the afternoon of the last working day.</summary>
    private Instant LeftToVisitor(FrenchCalendar calendar)
    {
        var left = at - Desk;
        while (!calendar.IsWorkingDay(left.LocalDay())) left -= Duration.FromDays(1);
        return left;
    }

    private async Task LiveByHandAsync(IServiceProvider services, IReadOnlyList<Errand> errands, ByHand byHand, IReadOnlyList<Elder> elders, LifeOptions options,
        List<(VolunteerId Id, PersonId Person)> volunteers, List<BeneficiaryId> beneficiaries, LocalDate until, Actor coordinator, CancellationToken ct)
    {
        var end = until.StartInParis();
        var past = new List<PastVisit>();
        foreach (var errand in errands)
        {
            var type = Taxonomy.Shipped.Find(errand.NeedCode)!;
            var start = Calendars.Paris.AtLeniently(errand.Start).ToInstant();
            if (start >= end) continue;
            var outcome = byHand.Match(errand, type.RequiredSkills, type.LongMinutes);
            var own = _chance.Of("past visits").Of(errand.Index);
            var state = own.Bernoulli(options.NoShow) ? VisitState.VolunteerAbsent : own.Bernoulli(options.NobodyHome) ? VisitState.NobodyHome : VisitState.Done;
            past.Add(new PastVisit(beneficiaries[errand.Elder], errand.NeedCode, errand.AskedAt, start, errand.Destination,
                outcome.Helper is { } helper ? volunteers[helper].Id : null, outcome.MatchedAt, outcome.Helper is null ? VisitState.Done : state,
                outcome.Helper is null || state != VisitState.Done ? [] : Told(own.Of("told"), elders[errand.Elder], options, start + Duration.FromMinutes(type.LongMinutes))));
        }

        _clock.ItIs(end);
        foreach (var batch in past.Chunk(100))
        {
            await using var scope = services.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<RecordPastVisit>().RunAsync(batch, coordinator, ct);
            if (outcome is PastVisitsOutcome.Refused refused) throw new InvalidOperationException($"A past visit was refused: {refused.Error}");
        }
    }

    /// <summary>A card left at the door and filled in by some: the only trace of how it was.</summary>
    private static PastFeedback[] Told(Chance own, Elder elder, LifeOptions options, Instant end)
    {
        if (!own.Bernoulli(options.BeneficiaryTells)) return [];
        var rating = Math.Clamp((int)Math.Round(own.Normal(4.5, 0.7)), 1, 5);
        return [new(FeedbackSide.Beneficiary, rating, rating >= 3, Sayings.Feedback(own, Side.Beneficiary, rating, elder.Name.Sex), end)];
    }
}
