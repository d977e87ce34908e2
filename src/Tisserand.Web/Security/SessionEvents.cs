using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Tisserand.App.Accounts;

namespace Tisserand.Web.Security;

/// <summary>What happens to a session at each request: one look at its account, so that somebody suspended is out at once.</summary>
internal sealed partial class SessionEvents(ILogger<SessionEvents> log) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await HoldsAsync(context)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var isVolunteers = context.Request.Path.StartsWithSegments("/benevole", StringComparison.OrdinalIgnoreCase);
        context.Response.Redirect(isVolunteers ? context.RedirectUri.Replace("/connexion?", "/connexion/benevole?", StringComparison.Ordinal) : context.RedirectUri);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task<bool> HoldsAsync(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        var check = context.HttpContext.RequestServices.GetRequiredService<SessionCheck>();
        var ct = context.HttpContext.RequestAborted;
        try
        {
            if (user.IsInRole(Roles.Beneficiary) || user.IsInRole(Roles.Carer)) return true;     // sees no more than anybody
            return user.IsInRole(Roles.Volunteer)
                ? await check.HoldsAsync(user.PersonId(), ct)
                : await check.HoldsAsync(user.AccountId(), user.FindFirst(Session.StampClaim)?.Value ?? "", ct);
        }
        catch (Exception problem) when (problem is System.Data.Common.DbException or TimeoutException)
        {
            Unchecked(log, problem.GetType().Name);     // the page itself needs the same storage, and will say that it fails
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A session could not be checked: {Problem}.")]
    private static partial void Unchecked(ILogger log, string problem);
}
