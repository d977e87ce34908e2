using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.NeedTypes;
using Tisserand.App.Territories;
using Tisserand.Matching;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

public sealed class Settings_of_the_cooperative : IAsyncLifetime
{
    private const string Needs = "/coordination/reglages/besoins", Holidays = "/coordination/reglages/vacances", Cards = "/coordination/reglages/points";

    private Desk _desk = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Visitor Claire => _desk.Claire;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_type_of_need_is_changed_in_words_and_every_page_says_it_at_once()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var answer = await SendAsync(Needs + "/courses", ("Input.NameFr", "Aller acheter"), ("Input.ShownFr", "Des achats"), ("Input.DescriptionEn", "Go shopping."), ("Input.UsualMinutes", "75"),
            ("Input.Synonyms", "Mes achats\nacheter du pain"));

        Assert.Equal(Needs, answer.Headers.Location!.OriginalString);
        Assert.Contains("La version 1 est en vigueur", Desk.Said(await Claire.ReadAsync(Needs)), StringComparison.Ordinal);
        var after = (await TaxonomyAsync()).Find("courses")!;
        Assert.Equal(("Aller acheter", "Des achats", 75, "Go shopping."), (after.NameFr, after.ShownFr, after.UsualMinutes, after.DescriptionEn));
        Assert.Equal(["mes achats", "acheter du pain"], after.Synonyms);
        var request = await _desk.RequestAsync(yvonne);
        Assert.Contains("Des achats", Desk.Said(await Claire.ReadAsync(Desk.PathOf(request))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var page = await Visitor.PageOf(await SendAsync(Needs + "/courses", ("Input.NameFr", ""), ("Input.NameEn", "Errands"), ("Input.UsualMinutes", "beaucoup"), ("Input.LongMinutes", "90")));
        Assert.Equal(["#Input_UsualMinutes"], Troubles(page));
        page = await Visitor.PageOf(await SendAsync(Needs + "/courses", ("Input.NameFr", ""), ("Input.NameEn", "Errands"), ("Input.UsualMinutes", "120"), ("Input.LongMinutes", "90")));

        Assert.Equal(["#Input_LongMinutes", "#Input_NameFr"], Troubles(page).Order(StringComparer.Ordinal));
        Assert.Equal("Errands", ((IHtmlInputElement)page.GetElementById("Input_NameEn")!).Value);
        Assert.Contains("Nom en français : il manque une valeur.", Desk.Said(page), StringComparison.Ordinal);
        Assert.Equal(0, await VersionsAsync());
    }

    [Fact]
    public async Task A_type_is_added_under_a_first_level_and_withdrawn_while_nothing_uses_it()
    {
        await SendAsync("/coordination/reglages/nouveau-besoin?sous=courses", ("Input.NameFr", "Marché du lundi"), ("Input.NameEn", "Monday market"), ("Input.Description", "Aller au marché."));
        Assert.Equal("Marché du lundi", (await TaxonomyAsync()).Find("courses.marche_du_lundi")!.NameFr);

        await WithdrawAsync("courses.marche_du_lundi");
        Assert.Null((await TaxonomyAsync()).Find("courses.marche_du_lundi"));
        Assert.Equal(HttpStatusCode.NotFound, (await Claire.GetAsync(Needs + "/courses.marche_du_lundi")).StatusCode);
        foreach (var under in new[] { "courses.pharmacie", "nulle-part", "" })
            Assert.Equal(HttpStatusCode.NotFound, (await Claire.GetAsync("/coordination/reglages/nouveau-besoin?sous=" + under)).StatusCode);
    }

    [Fact]
    public async Task A_type_in_use_stays_and_the_page_says_how_many_use_it()
    {
        await SendAsync("/coordination/reglages/nouveau-besoin?sous=courses", ("Input.NameFr", "Marché"), ("Input.NameEn", "Market"), ("Input.Description", "Aller au marché."));
        await _desk.RequestAsync(await _desk.BeneficiaryAsync("Yvonne", "Guého"), "courses.marche");

        var page = await Visitor.PageOf(await WithdrawAsync("courses.marche"));

        Assert.Contains("« Marché » sert encore et ne peut pas être retiré (demandes : 1, besoins réguliers : 0)", Desk.Said(page), StringComparison.Ordinal);
        Assert.NotNull((await TaxonomyAsync()).Find("courses.marche"));
    }

    [Fact]
    public async Task Two_who_change_at_one_time_do_not_overwrite_each_other()
    {
        var (hers, others) = (await Claire.ReadAsync(Needs + "/repas"), await Claire.ReadAsync(Needs + "/repas"));
        await PostAsync(others, Needs + "/repas", ("Input.NameFr", "Cuisiner"));

        var page = await Visitor.PageOf(await PostAsync(hers, Needs + "/repas", ("Input.NameFr", "Manger ensemble")));

        Assert.Contains("Claire Morvan a changé ce document entre-temps", Desk.Said(page), StringComparison.Ordinal);
        Assert.Equal("Manger ensemble", ((IHtmlInputElement)page.GetElementById("Input_NameFr")!).Value);
        Assert.Equal("Cuisiner", (await TaxonomyAsync()).Find("repas")!.NameFr);
        await PostAsync(page, Needs + "/repas");
        Assert.Equal("Manger ensemble", (await TaxonomyAsync()).Find("repas")!.NameFr);
    }

    [Fact]
    public async Task An_earlier_version_is_put_in_force_again()
    {
        await SendAsync(Needs + "/repas", ("Input.NameFr", "Cuisiner"));
        var page = await Claire.ReadAsync(Needs);
        var form = page.QuerySelectorAll<IHtmlFormElement>("form").Single(f => f.QuerySelector("input[name=version]") is not null);

        var answer = await Claire.PostAsync(form.GetAttribute("action")!, [.. form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value))]);

        Assert.Equal(Needs, answer.Headers.Location!.OriginalString);
        Assert.Equal(Taxonomy.Shipped.Find("repas")!.NameFr, (await TaxonomyAsync()).Find("repas")!.NameFr);
        Assert.Equal(2, await VersionsAsync());
        Assert.Contains("Claire Morvan", Desk.Said(await Claire.ReadAsync(Needs)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PostVersionAsync("needs", "99")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostVersionAsync("calibration", "0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Claire.GetAsync("/coordination/reglages/versions/installation")).StatusCode);
    }

    [Fact]
    public async Task School_holidays_are_added_changed_and_removed_and_calendars_follow()
    {
        await SendAsync(Holidays + "/periode", ("Input.Zone", "B"), ("Input.Name", "Toussaint, plus tard"), ("Input.First", "23/10/2031"), ("Input.Last", "2/11/2031"));
        Assert.Contains("Toussaint, plus tard", Desk.Said(await Claire.ReadAsync(Holidays)), StringComparison.Ordinal);
        Assert.True(await IsHolidayAsync(2031, 10, 25));

        await SendAsync(Holidays + "/periode?zone=B&debut=2031-10-23", ("Input.First", "27/10/2031"));
        Assert.True(await IsHolidayAsync(2031, 10, 28));
        Assert.False(await IsHolidayAsync(2031, 10, 25));

        await Claire.FillInAsync(Holidays + "/periode?zone=B&debut=2031-10-27");
        Assert.False(await IsHolidayAsync(2031, 10, 28));
        Assert.Equal(HttpStatusCode.NotFound, (await Claire.GetAsync(Holidays + "/periode?zone=B&debut=2031-10-27")).StatusCode);
    }

    [Fact]
    public async Task Holidays_that_cannot_be_are_said_at_their_field()
    {
        var page = await Visitor.PageOf(await SendAsync(Holidays + "/periode", ("Input.Name", "a;b"), ("Input.First", "le 32"), ("Input.Last", "")));
        Assert.Equal(["#Input_First", "#Input_Last", "#Input_Name", "#Input_Zone"], Troubles(page).Order(StringComparer.Ordinal));

        page = await Visitor.PageOf(await SendAsync(Holidays + "/periode", ("Input.Zone", "B"), ("Input.Name", "Noël bis"), ("Input.First", "20/12/2026"), ("Input.Last", "28/12/2026")));
        Assert.Contains("recouvrent d’autres de la même zone", Desk.Said(page), StringComparison.Ordinal);
        Assert.Equal("Noël bis", ((IHtmlInputElement)page.GetElementById("Input_Name")!).Value);
        Assert.Equal(0, await VersionsAsync());
    }

    [Fact]
    public async Task Points_are_changed_one_by_one_and_the_cards_bear_a_version_of_their_own()
    {
        var page = await Claire.ReadAsync(Cards);
        var at = page.QuerySelectorAll("label").Single(l => l.TextContent == "moins de 10 min").GetAttribute("for")!;
        await PostAsync(page, Cards, (NameOf(page, at), "−4"));

        var cards = Assert.IsType<CardFileReading.Read>(CardFile.Parse(await _desk.LookAsync(db => db.Documents.Where(d => d.Name == CooperativeDocument.Cards).Select(d => d.Text).SingleAsync(Ct)))).File;
        Assert.Equal((-4, "2026-11-25/1"), (cards.Acceptance.Features[0].Bins[0].Points, cards.Version));
        Assert.Equal((cards with { Version = CardFile.Default.Version, Acceptance = CardFile.Default.Acceptance }).Write(), CardFile.Default.Write());
    }

    [Fact]
    public async Task Points_that_cannot_be_are_said_with_their_line_and_reason()
    {
        var page = await Claire.ReadAsync(Cards);
        var name = page.QuerySelectorAll("label").Single(l => l.TextContent == "moins de 10 min").GetAttribute("for")!;
        var wrong = await Visitor.PageOf(await PostAsync(page, Cards, (NameOf(page, name), "beaucoup")));
        Assert.Equal(["#" + name], Troubles(wrong));
        Assert.Contains("moins de 10 min : Écrivez un nombre entier", Desk.Said(wrong), StringComparison.Ordinal);
        Assert.Equal("beaucoup", ((IHtmlInputElement)wrong.GetElementById(name)!).Value);

        var outside = await Visitor.PageOf(await PostAsync(page, Cards, (NameOf(page, name), "5000")));
        Assert.Equal(["#" + name], Troubles(outside));
        Assert.Equal(0, await VersionsAsync());
    }

    [Fact]
    public async Task Somebody_who_coordinates_one_area_of_several_reads_and_changes_nothing()
    {
        await _desk.AnotherTerritoryAsync();

        foreach (var path in new[] { Needs, Needs + "/courses", Holidays, Cards })
        {
            var page = await Claire.ReadAsync(path);
            Assert.Contains("il faut coordonner tous les secteurs", Desk.Said(page), StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("#contenu button.btn, #contenu td form"));
        }

        var refused = await Visitor.PageOf(await SendAsync(Needs + "/courses", ("Input.NameFr", "Aller acheter")));
        Assert.NotNull(refused.QuerySelector(".trouble"));
        Assert.Equal(0, await VersionsAsync());
    }

    private static string NameOf(IHtmlDocument page, string id) => ((IHtmlInputElement)page.GetElementById(id)!).Name!;

    private static string[] Troubles(IHtmlDocument page) => [.. page.QuerySelectorAll(".trouble a").Select(a => a.GetAttribute("href")!)];

    private async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] changed) => await PostAsync(await Claire.ReadAsync(path), path, changed);

    /// <summary>Sends the page's form as it stands, with some answers changed.</summary>
    private Task<HttpResponseMessage> PostAsync(IHtmlDocument page, string path, params (string Name, string Value)[] changed) =>
        Claire.PostAsync(path, Form.Whole(page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").First(f => f.QuerySelector("[name=seen]") is not null), changed));

    // The last form of the page.
    private Task<HttpResponseMessage> WithdrawAsync(string code) => Claire.FillInAsync($"{Needs}/{code}");

    private async Task<HttpResponseMessage> PostVersionAsync(string document, string version)
    {
        var token = (await Claire.ReadAsync(Needs + "/courses")).QuerySelector("[name=__jeton]")!.GetAttribute("value")!;
        return await Claire.PostAsync("/coordination/reglages/versions/" + document, ("__jeton", token), ("version", version), ("basedOn", "2"));
    }

    private Task<int> VersionsAsync() => _desk.LookAsync(db => db.Documents.CountAsync(Ct));

    private Task<Taxonomy> TaxonomyAsync() => _desk.Site.InAsync(services => ((NeedCatalogue)services.GetService(typeof(NeedCatalogue))!).CurrentAsync(Ct));

    private Task<bool> IsHolidayAsync(int year, int month, int day) => _desk.Site.InAsync(async services =>
        (await ((Calendars)services.GetService(typeof(Calendars))!).OfAsync(_desk.Site.Redon, Ct)).IsSchoolHoliday(new NodaTime.LocalDate(year, month, day)));
}
