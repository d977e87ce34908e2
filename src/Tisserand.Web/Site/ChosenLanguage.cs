using Microsoft.AspNetCore.Localization;
using Tisserand.Web.Security;

namespace Tisserand.Web.Site;

/// <summary>The language a person chose: <c>?lang=en</c> now, the cookie it leaves afterwards.</summary>
internal sealed class ChosenLanguage(SiteCookies cookies) : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var asked = Culture(httpContext.Request.Query["lang"]);
        if (asked is not null)
            httpContext.Response.Cookies.Append(cookies.Name("langue"), asked[..2], cookies.ForAYear());
        asked ??= Culture(httpContext.Request.Cookies[cookies.Name("langue")]);
        return Task.FromResult(asked is null ? null : new ProviderCultureResult(asked));
    }


    private static string? Culture(string? language) => language switch { "fr" => "fr-FR", "en" => "en-GB", _ => null };
}
