using Microsoft.AspNetCore.Authentication.Cookies;
using Tisserand.Web.Site;

namespace Tisserand.Web.Security;

internal static class SiteSecurity
{
    public static void AddSiteSecurity(this IServiceCollection services, SiteOptions options, SiteCookies cookies)
    {
        services.AddSingleton<SessionEvents>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(session =>
            {
                session.Cookie = cookies.Builder("session", SameSiteMode.Lax);
                session.LoginPath = "/connexion";
                session.ReturnUrlParameter = "retour";
                session.ExpireTimeSpan = TimeSpan.FromMinutes(30);     // employees; a volunteer's ticket says 30 days itself
                session.SlidingExpiration = true;
                session.EventsType = typeof(SessionEvents);
            })
            .AddCookie(SignInStep.Scheme, step =>
            {
                step.Cookie = cookies.Builder("etape", SameSiteMode.Strict);
                step.ExpireTimeSpan = TimeSpan.FromMinutes(15);
                step.SlidingExpiration = false;
            });
        services.AddAuthorization(Rights.Define);
        services.AddAntiforgery(o =>
        {
            o.Cookie = cookies.Builder("jeton", SameSiteMode.Strict);
            o.FormFieldName = "__jeton";
            o.SuppressXFrameOptionsHeader = true;                  // frame-ancestors says it better
        });
        services.AddRateLimiter(o => Budgets.Define(o, options.Budgets));
    }
}
