using Microsoft.Extensions.DependencyInjection;

namespace Tisserand.App.Notifications;

/// <summary>The folder's registrations.</summary>
public static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddLogging()
        .AddScoped<SendingHours>()
        .AddScoped<Attention>()
        .AddScoped<Outbox>();
}
