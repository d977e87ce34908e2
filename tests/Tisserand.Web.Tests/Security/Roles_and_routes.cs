using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.Web.Security;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Security;

/// <summary>Every route of the site × every role × reading and posting, from the list of endpoints itself.</summary>
public sealed class Roles_and_routes
{
    private static readonly string[] OpenPlaces =
        ["", "taille", "vos-donnees", "accessibilite", "devenir-benevole", "connexion", "deconnexion", "erreur", "demande", "reponse", "demo", "assets", "healthz", "readyz", "{*path}", "essai"];

    private static readonly Dictionary<string, string> PlacesOfRoles = new()
    {
        ["coordination"] = "coordinator", ["benevole"] = "volunteer", ["conseil"] = "board", ["confidentialite"] = "dpo", ["admin"] = "admin",
    };

    [Fact]
    public async Task Each_lets_in_its_own_and_nobody_else()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitors = new List<(string Role, Visitor Browser)> { ("", site.Visitor()) };
        foreach (var role in Roles.All) visitors.Add((role, await site.SignedInAsync(role)));

        var wrong = new List<string>();
        foreach (var route in RoutesOf(site))
            foreach (var (role, browser) in visitors)
                foreach (var verb in (string[])["GET", "POST"])
                {
                    var path = "/" + Filled(route);
                    var answer = verb == "GET" ? await browser.GetAsync(path) : await browser.PostAsync(path);
                    if (!IsRight(route, role, answer)) wrong.Add($"{verb} {path} as {(role.Length == 0 ? "nobody" : role)}: {(int)answer.StatusCode} {answer.Headers.Location}");
                }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Each_route_stands_in_a_place_that_somebody_has_thought_of()
    {
        await using var site = await SiteUnderTest.StartAsync();
        string[] known = [.. OpenPlaces, .. PlacesOfRoles.Keys, "compte"];
        Assert.All(RoutesOf(site), route => Assert.Contains(PlaceOf(route), known));
    }

    private static bool IsRight(string route, string role, HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.InternalServerError) return false;
        var isSentToSignIn = answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.OriginalString.Contains("/connexion", StringComparison.Ordinal)
            && answer.Headers.Location.OriginalString.Contains("retour=", StringComparison.Ordinal);
        var isForbidden = answer.StatusCode == HttpStatusCode.Forbidden && !route.StartsWith("erreur", StringComparison.Ordinal);
        var expected = !PlacesOfRoles.TryGetValue(PlaceOf(route), out var owner) ? (false, false)
            : role.Length == 0 ? (true, false)
            : (false, owner != role);
        return (isSentToSignIn, isForbidden) == expected;
    }

    private static string[] RoutesOf(SiteUnderTest site) =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.RawText!.Trim('/')).Where(r => r is not ("essai/oubli" or "essai/panne") && !r.StartsWith("essai/entrer", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal)];

    private static string PlaceOf(string route) => route.Split('/')[0].ToLowerInvariant();

    // {id:guid} becomes an identity nobody has, {code:int} a number, anything else a word.
    private static string Filled(string route) => string.Join('/', route.Split('/').Select(part =>
        !part.StartsWith('{') ? part
        : part.Contains(":guid", StringComparison.Ordinal) ? "5f2b1c1e-9d1c-4c55-8a43-0f6f3d1f0a77"
        : part.Contains(":int", StringComparison.Ordinal) ? "404"
        : "x"));
}
