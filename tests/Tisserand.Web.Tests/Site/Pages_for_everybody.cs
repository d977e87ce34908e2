using System.Net;
using AngleSharp.Dom;
using Tisserand.Web.Site;

namespace Tisserand.Web.Tests.Site;

public sealed class Pages_for_everybody
{
    [Theory]
    [InlineData(null, "/")]
    [InlineData("volunteer", "/benevole")]
    [InlineData("coordinator", "/coordination")]
    public async Task Have_one_title_landmarks_a_way_past_the_menu_and_the_number_to_call(string? role, string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var page = await (role is null ? site.Visitor() : await site.SignedInAsync(role)).ReadAsync(path);

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("header"));
        Assert.Single(page.QuerySelectorAll("footer"));
        Assert.Equal("#contenu", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#contenu"));
        Assert.Equal("tel:0299700000", page.QuerySelector("header .phone")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("nav"), n => Assert.NotEmpty(n.GetAttribute("aria-label")!));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick]"));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public async Task Are_read_in_English_when_asked_and_stay_so()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();

        Assert.Equal("A helping hand, near you", (await visitor.ReadAsync("/?lang=en")).QuerySelector("h1")!.TextContent);
        Assert.Equal("en", (await visitor.ReadAsync("/")).DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", (await visitor.ReadAsync("/?lang=fr")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/", "Du lundi au vendredi, de 9 h à 17 h.", "Monday to Friday, 9:00 to 17:00.")]
    [InlineData("/demande", "Du lundi au vendredi, de 9 h à 17 h.", "Monday to Friday, 9:00 to 17:00.")]
    public async Task Say_the_telephone_hours_in_the_language_of_the_page(string path, string french, string english)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();

        var (inFrench, inEnglish) = ((await visitor.ReadAsync(path)).Body!.TextContent, (await visitor.ReadAsync(path + "?lang=en")).Body!.TextContent);

        Assert.Contains(french, inFrench, StringComparison.Ordinal);
        Assert.Contains(english, inEnglish, StringComparison.Ordinal);
        Assert.DoesNotContain(french, inEnglish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US,en;q=0.9", "en")]
    [InlineData("de-DE", "fr")]
    [InlineData("fr-CA", "fr")]
    public async Task Follow_the_browsers_language_and_else_speak_French(string accepted, string spoken)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();
        visitor.Headers["Accept-Language"] = accepted;
        Assert.Equal(spoken, (await visitor.ReadAsync("/")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Keep_the_size_of_text_a_person_chose_and_return_to_where_she_was()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();
        var token = (await visitor.ReadAsync("/")).QuerySelector("[name=__jeton]")!.GetAttribute("value")!;
        var answer = await visitor.PostAsync("/taille", ("__jeton", token), ("taille", "2"), ("retour", "/vos-donnees"));

        Assert.Equal("/vos-donnees", answer.Headers.Location!.OriginalString);
        Assert.Contains("t2", (await visitor.ReadAsync("/")).DocumentElement.ClassList);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example")]
    [InlineData("/\\ailleurs.example")]
    public async Task Never_lead_elsewhere(string elsewhere)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();
        var token = (await visitor.ReadAsync("/")).QuerySelector("[name=__jeton]")!.GetAttribute("value")!;
        Assert.Equal("/", (await visitor.PostAsync("/taille", ("__jeton", token), ("retour", elsewhere))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Arrive_in_the_first_flight()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();
        visitor.Headers["Accept-Encoding"] = "br";
        var bytes = 0;
        foreach (var path in (string[])["/", SiteAssets.Path("site.css"), SiteAssets.Path("favicon.svg")])
        {
            var answer = await visitor.GetAsync(path);
            Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
            bytes += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }
        Assert.InRange(bytes, 1, 14 * 1024);
    }

    [Fact]
    public async Task Have_a_script_and_a_style_sheet_that_stay_small()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();
        foreach (var script in (string[])["site.js", "call.js"])
            Assert.InRange((await visitor.GetAsync($"/assets/{script}")).Content.Headers.ContentLength ?? 0, 1, 6 * 1024);
        Assert.InRange((await visitor.GetAsync("/assets/site.css")).Content.Headers.ContentLength ?? 0, 1, 14 * 1024);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/assets/..%2Fsecret")).StatusCode);
    }

    [Fact]
    public async Task Are_served_under_our_own_names_only()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();
        visitor.Headers["Host"] = "pirate.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/")).StatusCode);
    }
}
