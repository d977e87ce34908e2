using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.Web.Security;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Security;

public sealed class Rights_of_pages
{
    [Theory]
    [InlineData("/coordination", "/connexion")]
    [InlineData("/benevole", "/connexion/benevole")]
    public async Task Somebody_unknown_is_led_to_sign_in(string path, string signIn)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var answer = await site.Visitor().GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(signIn, answer.Headers.Location!.AbsolutePath);
    }

    [Theory]
    [InlineData("coordinator", "/coordination", HttpStatusCode.OK)]
    [InlineData("volunteer", "/benevole", HttpStatusCode.OK)]
    [InlineData("volunteer", "/coordination", HttpStatusCode.Forbidden)]
    [InlineData("coordinator", "/benevole", HttpStatusCode.Forbidden)]
    [InlineData("admin", "/coordination", HttpStatusCode.Forbidden)]
    [InlineData("board", "/coordination", HttpStatusCode.Forbidden)]
    public async Task A_folder_is_for_its_role(string role, string path, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        Assert.Equal(expected, (await (await site.SignedInAsync(role)).GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task What_nobody_named_is_refused_to_everybody()
    {
        await using var site = await SiteUnderTest.StartAsync();

        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().GetAsync("/essai/oubli")).StatusCode);
        foreach (var role in Roles.All)
            Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync(role)).GetAsync("/essai/oubli")).StatusCode);
    }

    [Fact]
    public async Task Every_endpoint_of_the_site_says_who_may()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var silent = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText != "/essai/oubli")
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.RoutePattern.RawText);

        Assert.Empty(silent);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var answer = await site.Visitor().PostAsync("/demande/essai", ("Input.Day", "demain"), ("Input.When", "today"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, site.Services.GetRequiredService<Pages.Demande.TimesActed>().Count);
    }
}
