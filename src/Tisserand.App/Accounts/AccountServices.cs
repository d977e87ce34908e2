using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Storage;

namespace Tisserand.App.Accounts;

/// <summary>The folder's registrations.</summary>
public static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Tisserand").PersistKeysToDbContext<TisserandDb>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((o, keys) => o.XmlEncryptor = new SealSiteKeys(keys));
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Invitations>();
        services.AddScoped<SignInWithPassword>().AddScoped<ConfirmSecondFactor>().AddScoped<SetUpAuthenticator>();
        services.AddScoped<AddAccount>().AddScoped<ChoosePassword>().AddScoped<ResetAccount>().AddScoped<EndSessions>();
        services.AddScoped<AskSignInCode>().AddScoped<ConfirmSignIn>().AddScoped<SessionCheck>();
        return services;
    }
}
