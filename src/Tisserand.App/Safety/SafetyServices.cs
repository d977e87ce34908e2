using Microsoft.Extensions.DependencyInjection;

namespace Tisserand.App.Safety;

/// <summary>The folder's registrations.</summary>
public static class SafetyServices
{
    public static IServiceCollection AddSafety(this IServiceCollection services) => services
        .AddScoped<AlertContacts>()
        .AddScoped<DangerAnswers>()
        .AddScoped<CallLadder>()
        .AddScoped<DangerAlertsDue>()
        .AddScoped<RaiseDanger>()
        .AddScoped<AnswerAlert>()
        .AddScoped<AlertList>()
        .AddScoped<TextIntake>();
}
