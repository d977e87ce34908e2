using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Accounts;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Learning;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Reports;
using Tisserand.App.Requests;
using Tisserand.App.Safety;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Understanding;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App;

/// <summary>The cooperative's use cases, each folder adding its own.</summary>
public static class AppServices
{
    /// <param name="services">Where to register.</param>
    /// <param name="keys">The installation's keys.</param>
    /// <param name="database">Chooses SQLite or PostgreSQL.</param>
    public static IServiceCollection AddTisserandApp(this IServiceCollection services, KeyRing keys, Action<DbContextOptionsBuilder> database)
    {
        services.AddSingleton(keys);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IdSource>(_ => new IdSource());
        services.AddDbContext<TisserandDb>(database);
        services.AddSingleton(new PublicAddress(new Uri("http://localhost:5080/")));
        services.AddScoped<Calendars>();
        services.AddScoped<NeedCatalogue>();
        services.AddSingleton<PeopleDirectory>();
        services.AddScoped<FindPeople>();
        services.AddScoped<PersonWriter>().AddScoped<SharedContacts>();
        services.AddScoped<SaveVolunteer>();
        services.AddScoped<SignUp>();
        services.AddScoped<VolunteerSelf>();
        services.AddScoped<VolunteerFiles>();
        services.AddScoped<NotAskedLately>();
        services.AddScoped<AbsenceList>();
        services.AddScoped<MoveVolunteer>();
        services.AddScoped<RecordCheck>();
        services.AddScoped<ChangeAvailability>();
        services.AddScoped<SaveBeneficiary>();
        services.AddScoped<BeneficiaryFiles>();
        services.AddScoped<AddCarer>();
        services.AddScoped<Exclude>();
        services.AddScoped<LiftExclusion>();
        services.AddScoped<TerritoriesOf>();
        services.AddScoped<NearestTerritory>();
        services.AddScoped<FindCommune>();
        services.AddScoped<DutyRoster>();
        services.AddScoped<AddDuty>();
        services.AddScoped<RemoveDuty>();
        services.AddScoped<SetThreshold>();
        services.AddScoped<ReadTerritorySettings>();
        services.AddScoped<InstallDocument>().AddScoped<RestoreDocument>().AddScoped<DocumentVersions>();
        services.AddNotifications();
        services.AddSafety();
        services.AddVisits();
        services.AddProposals();
        services.AddAccounts();
        services.AddRequests();
        services.AddLearning();
        services.AddScoped<ReadWords>().AddScoped<ReadStoredWords>().AddScoped<DraftFromWords>().AddScoped<ReadFreeTimes>();
        services.AddScoped<DemonstrationDoors>();
        services.AddScoped<ReadBoardFigures>().AddScoped<ReadOfficerLists>().AddScoped<ReadInstallationCounts>();
        services.AddSingleton<DueWork>();
        services.AddScoped<NextDue>();
        return services;
    }
}
