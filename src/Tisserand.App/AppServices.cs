using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

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
        services.AddScoped<Calendars>();
        services.AddScoped<NeedCatalogue>();
        services.AddScoped<Outbox>();
        services.AddScoped<VisitMessages>();
        services.AddProposals();
        return services;
    }
}
