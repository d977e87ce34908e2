using Tisserand.Web.Site;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Security;

public sealed class Cookies_of_the_site
{
    [Fact]
    public async Task Are_host_bound_and_secure_on_https()
    {
        await using var site = await SiteUnderTest.StartAsync();
        foreach (var cookie in await CookiesOfASession(site))
        {
            Assert.StartsWith("__Host-tisserand-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Are_plain_on_this_machine_only()
    {
        await using var site = await SiteUnderTest.StartAsync(SiteUnderTest.OverHttps with { Urls = ["http://localhost:5080"] });
        foreach (var cookie in await CookiesOfASession(site))
        {
            Assert.StartsWith("tisserand-", cookie, StringComparison.Ordinal);
            Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Are_those_of_a_short_list()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = await site.SignedInAsync("coordinator");
        await visitor.GetAsync("/coordination?lang=en");

        Assert.Equal(["__Host-tisserand-jeton", "__Host-tisserand-langue", "__Host-tisserand-session"], visitor.CookieNames);
    }

    [Theory]
    [InlineData(false, Transport.Refused, "http://0.0.0.0:80")]
    [InlineData(true, Transport.PlainDemonstration, "http://0.0.0.0:80")]
    [InlineData(false, Transport.PlainLoopback, "http://localhost:5080", "http://[::1]:5080", "http://127.0.0.1:5080")]
    [InlineData(false, Transport.Refused, "http://localhost:5080", "http://192.168.1.4:5080")]
    [InlineData(false, Transport.Secure, "https://entraide.example")]
    public void Follow_how_pages_travel(bool demonstration, Transport expected, params string[] urls) =>
        Assert.Equal(expected, Transports.Of(new SiteOptions { Urls = urls, IsDemonstration = demonstration }));

    [Fact]
    public void A_declared_proxy_is_secure() =>
        Assert.Equal(Transport.Secure, Transports.Of(new SiteOptions { Urls = ["http://0.0.0.0:80"], KnownProxies = [System.Net.IPAddress.Loopback] }));

    [Fact]
    public async Task Real_people_on_plain_http_over_a_network_do_not_start() =>
        await Assert.ThrowsAsync<ArgumentException>(() => SiteUnderTest.StartAsync(new SiteOptions { Urls = ["http://0.0.0.0:5080"] }));

    private static async Task<IEnumerable<string>> CookiesOfASession(SiteUnderTest site)
    {
        var visitor = site.Visitor();
        var anne = await site.AddVolunteerAsync("anne@exemple.fr");
        var entered = await visitor.GetAsync($"/essai/entrer/volunteer/{anne.Id}");
        var page = await visitor.GetAsync("/benevole?lang=en");
        var cookies = entered.Headers.GetValues("Set-Cookie").Concat(page.Headers.GetValues("Set-Cookie")).ToArray();
        Assert.Equal(3, cookies.Length);
        return cookies;
    }
}
