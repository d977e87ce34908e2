using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Tisserand.App.Accounts;

/// <summary>The folder's registrations.</summary>
public static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Invitations>();
        services.AddScoped<SignInWithPassword>().AddScoped<ConfirmSecondFactor>().AddScoped<SetUpAuthenticator>();
        services.AddScoped<AddAccount>().AddScoped<ChoosePassword>().AddScoped<ResetAccount>().AddScoped<EndSessions>();
        services.AddScoped<AskSignInCode>().AddScoped<ConfirmSignIn>().AddScoped<SessionCheck>();
        return services;
    }
}
