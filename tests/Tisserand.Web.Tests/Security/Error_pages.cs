using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.Web.Site;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Security;

public sealed class Error_pages
{
    [Theory]
    [InlineData("/rien-ici", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/essai/panne", HttpStatusCode.InternalServerError, "Un problème est survenu")]
    [InlineData("/erreur/400", HttpStatusCode.BadRequest, "Le formulaire n’a pas pu être lu")]
    [InlineData("/erreur/403", HttpStatusCode.Forbidden, "Cette page n’est pas pour votre compte")]
    [InlineData("/erreur/429", HttpStatusCode.TooManyRequests, "Trop d’essais à la suite")]
    [InlineData("/erreur/200", HttpStatusCode.NotFound, "Page introuvable")]
    public async Task Say_what_happened_and_whom_to_call(string path, HttpStatusCode status, string title)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var answer = await site.Visitor().GetAsync(path);
        var page = await Visitor.PageOf(answer);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(title, page.QuerySelector("main h1")!.TextContent);
        Assert.Equal("tel:0299700000", page.QuerySelector("main a.phone")!.GetAttribute("href"));
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_fails_is_told_in_the_same_way()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var answer = await site.Visitor().PostAsync("/taille", ("taille", "1"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Le formulaire n’a pas pu être lu", (await Visitor.PageOf(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Too_many_posts_say_how_long_to_wait()
    {
        var options = SiteUnderTest.OverHttps with { Budgets = new RequestBudgets { PublicRequestsPerHour = 2 } };
        await using var site = await SiteUnderTest.StartAsync(options);
        var visitor = site.Visitor();
        var form = await visitor.ReadAsync("/demande/essai");

        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await visitor.SendAsync(form, "/demande/essai", ("Input.Day", "31/02"))).StatusCode);
        var refused = await visitor.SendAsync(form, "/demande/essai", ("Input.Day", "31/02"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.Contains("Réessayez dans", (await Visitor.PageOf(refused)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/demande/essai")).StatusCode);
    }
}
