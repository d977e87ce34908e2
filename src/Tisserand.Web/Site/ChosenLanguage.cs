using Microsoft.AspNetCore.Localization;
using Tisserand.Web.Security;

namespace Tisserand.Web.Site;

/// <summary>The language a person chose (<c>?lang=en</c> now, the cookie it leaves afterwards), else her browser's.</summary>
internal sealed class ChosenLanguage(SiteCookies cookies) : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var asked = Culture(request.Query["lang"]);
        if (asked is not null) httpContext.Response.Cookies.Append(cookies.Name("langue"), asked[..2], cookies.ForAYear());

        asked ??= Culture(request.Cookies[cookies.Name("langue")]) ?? OfBrowser(request);
        return Task.FromResult(asked is null ? null : new ProviderCultureResult(asked));
    }

    private static string? OfBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.Length >= 2 ? Culture(l.Value.Value![..2]) : null)
        .FirstOrDefault(c => c is not null);

    private static string? Culture(string? language) => language switch { "fr" => "fr-FR", "en" => "en-GB", _ => null };
}
