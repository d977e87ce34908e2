using System.Net;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Security;

public sealed class Every_answer
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'";

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/rien-ici", HttpStatusCode.NotFound)]
    [InlineData("/essai/panne", HttpStatusCode.InternalServerError)]
    [InlineData("/coordination", HttpStatusCode.Found)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/assets/site.css", HttpStatusCode.OK)]
    public async Task Bears_the_safety_headers(string path, HttpStatusCode status)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var answer = await site.Visitor().GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(Policy, Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.StartsWith("accelerometer=(), camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task Is_kept_by_no_cache_unless_it_is_an_asset()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = await site.SignedInAsync("coordinator");

        Assert.Equal("no-store", Header(await visitor.GetAsync("/coordination"), "Cache-Control"));
        Assert.Equal("no-store", Header(await visitor.GetAsync("/"), "Cache-Control"));
        Assert.Equal("public, max-age=31536000, immutable", Header(await visitor.GetAsync("/assets/site.css"), "Cache-Control"));
    }

    [Fact]
    public async Task Says_no_strict_transport_over_plain_http()
    {
        await using var site = await SiteUnderTest.StartAsync(SiteUnderTest.OverHttps with { Urls = ["http://localhost:5080"] });
        Assert.False((await site.Visitor().GetAsync("/")).Headers.Contains("Strict-Transport-Security"));
    }

    internal static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : "";
}
