using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Tisserand.App.Accounts;

namespace Tisserand.Web.Security;

/// <summary>What is known between two steps of a sign-in, in a sealed cookie of a quarter of an hour that opens nothing by itself.</summary>
/// <param name="Account">Whose password was right.</param>
/// <param name="Contact">Where a volunteer's code was sent.</param>
/// <param name="Return">The page that was asked for.</param>
internal sealed record SignInStep(AccountId? Account, string? Stamp, string? Contact, string? Return)
{
    public const string Scheme = "etape";

    public Task KeepAsync(HttpContext context)
    {
        (string Type, string? Value)[] kept = [("account", Account?.ToString()), ("stamp", Stamp), ("contact", Contact), ("return", Return)];
        var claims = kept.Where(k => k.Value is not null).Select(k => new Claim(k.Type, k.Value!));
        return context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    public static async Task<SignInStep?> ReadAsync(HttpContext context)
    {
        if (await context.AuthenticateAsync(Scheme) is not { Succeeded: true, Principal: var kept }) return null;
        return new SignInStep(
            Guid.TryParse(kept.FindFirstValue("account"), out var id) ? new AccountId(id) : null,
            kept.FindFirstValue("stamp"), kept.FindFirstValue("contact"), kept.FindFirstValue("return"));
    }

    public static Task ForgetAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
