using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.Web.Tests.Pages.Demande;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Forms;

public sealed class Filling_in_a_form : IAsyncLifetime
{
    private const string Path = "/demande/essai";
    private SiteUnderTest _site = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await SiteUnderTest.StartAsync();
        _visitor = _site.Visitor();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private int TimesActed => _site.Services.GetRequiredService<TimesActed>().Count;

    [Fact]
    public async Task Every_answer_has_a_label_or_a_legend()
    {
        var page = await _visitor.ReadAsync(Path);
        var controls = page.QuerySelectorAll("main input:not([type=hidden]), main textarea, main select");

        Assert.Equal(11, controls.Length);
        Assert.All(controls, c => Assert.Single(page.QuerySelectorAll($"label[for='{c.Id}']")));
        Assert.All(page.QuerySelectorAll("fieldset"), f => Assert.NotNull(f.QuerySelector("legend")));
        Assert.Equal("tel", page.GetElementById("Input_Phone")!.GetAttribute("autocomplete"));
        Assert.All(page.QuerySelectorAll("form[method=post]"), f => Assert.True(f.HasAttribute("novalidate")));
    }

    [Fact]
    public async Task A_mistake_is_said_at_the_top_and_at_its_field_and_nothing_typed_is_lost()
    {
        var answer = await SendAsync(("Input.Day", "31/02"), ("Input.Words", "  Le chien <est> gentil"), ("Input.Needs", "dog"), ("Input.Commune", "56221"));
        var page = await Visitor.PageOf(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("Erreur : Votre demande – ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["#Input_Day", "#Input_When"], page.QuerySelectorAll(".trouble a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.All(page.QuerySelectorAll(".trouble a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));

        var day = page.GetElementById("Input_Day")!;
        Assert.Equal("true", day.GetAttribute("aria-invalid"));
        Assert.All(day.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id)));
        Assert.Equal("31/02", day.GetAttribute("value"));
        Assert.Equal("  Le chien <est> gentil", ((IHtmlTextAreaElement)page.GetElementById("Input_Words")!).Value);
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[value=dog]")!.IsChecked);
        Assert.Equal("56221", page.QuerySelector<IHtmlSelectElement>("select")!.Value);
        Assert.Equal(0, TimesActed);
    }

    [Fact]
    public async Task A_form_sent_twice_acts_once_and_leads_to_the_same_place()
    {
        var form = await _visitor.ReadAsync(Path);
        var first = await _visitor.SendAsync(form, Path, ("Input.Day", "demain"), ("Input.When", "other"));
        var second = await _visitor.SendAsync(form, Path, ("Input.Day", "demain"), ("Input.When", "other"));

        Assert.Equal(1, TimesActed);
        Assert.Equal("/demande/essai?Count=1", first.Headers.Location!.OriginalString);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task Two_clicks_at_once_act_once()
    {
        var form = await _visitor.ReadAsync(Path);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _visitor.SendAsync(form, Path, ("Input.Day", "demain"), ("Input.When", "other"))));
        Assert.Equal(1, TimesActed);
    }

    [Fact]
    public async Task A_form_refused_for_a_mistake_can_be_sent_again()
    {
        var form = await _visitor.ReadAsync(Path);
        await _visitor.SendAsync(form, Path, ("Input.Day", "31/02"), ("Input.When", "other"));
        var corrected = await _visitor.SendAsync(form, Path, ("Input.Day", "3/12"), ("Input.When", "other"));

        Assert.Equal(HttpStatusCode.Found, corrected.StatusCode);
        Assert.Equal(1, TimesActed);
    }

    [Fact]
    public async Task The_next_page_says_what_was_done_once_with_its_undo()
    {
        await SendAsync(("Input.Day", "demain"), ("Input.When", "other"));

        var next = await _visitor.ReadAsync("/");
        Assert.Equal("Réessayez dans 3 minutes.", next.QuerySelector(".note p")!.TextContent);
        Assert.Equal("/demande/essai", next.QuerySelector(".note form")!.GetAttribute("action"));
        Assert.NotNull(next.QuerySelector(".note form input[name=__jeton]"));
        Assert.Null((await _visitor.ReadAsync("/")).QuerySelector(".note"));
    }

    private async Task<HttpResponseMessage> SendAsync(params (string, string)[] typed) =>
        await _visitor.SendAsync(await _visitor.ReadAsync(Path), Path, typed);
}
