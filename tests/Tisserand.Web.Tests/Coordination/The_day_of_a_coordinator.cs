using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Territories;

namespace Tisserand.Web.Tests.Coordination;

public sealed class The_day_of_a_coordinator
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_three_lists_with_the_age_of_each_line()
    {
        await using var desk = await Desk.OpenAsync();
        var jeanne = await desk.BeneficiaryAsync("Jeanne", "Riaux");
        var served = await desk.RequestAsync(jeanne);
        await desk.VolunteerAsync("Anne", "Lebrun");
        var listed = await desk.RequestAsync(jeanne);
        await desk.SuggestAsync(listed);
        var draft = await desk.StrangersDraftAsync();
        desk.Site.Time.Advance(TimeSpan.FromMinutes(20));

        var page = await desk.Claire.ReadAsync("/coordination");

        string[] Links(string list) => [.. page.QuerySelectorAll($"section[aria-labelledby={list}] h3 a").Select(a => a.GetAttribute("href")!)];
        Assert.Equal([Desk.PathOf(served)], Links("a-pourvoir"));
        Assert.Equal([Desk.PathOf(listed)], Links("a-valider"));
        Assert.Equal([$"/coordination/brouillon/{draft.Value}"], Links("a-rappeler"));
        Assert.Equal(["depuis 20 min", "depuis 20 min", "depuis 20 min"], page.QuerySelectorAll(".age").Select(a => a.TextContent));
        Assert.Contains("1 personne proposée", Desk.Said(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_what_has_waited_too_long()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.StrangersDraftAsync();
        Assert.Empty((await desk.Claire.ReadAsync("/coordination")).QuerySelectorAll(".age.late"));

        desk.Site.Time.Advance(TimeSpan.FromHours(25));
        await using var again = desk.Site;
        var late = (await (await desk.Site.SignedInAsync("coordinator")).ReadAsync("/coordination")).QuerySelector(".age.late")!.TextContent;
        Assert.Equal("depuis 25 h, en retard", late);
    }

    [Fact]
    public async Task Takes_off_the_list_what_was_dealt_with()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.StrangersDraftAsync();
        var item = await desk.LookAsync(db => db.AttentionItems.SingleAsync(Ct));

        Assert.Equal(HttpStatusCode.Found, (await desk.PostAsync("/coordination", "Fait", ("id", $"{item.Id.Value}"))).StatusCode);

        Assert.Empty((await desk.Claire.ReadAsync("/coordination")).QuerySelectorAll("section[aria-labelledby=a-rappeler] li"));
        Assert.NotNull((await desk.LookAsync(db => db.AttentionItems.SingleAsync(Ct))).DoneAt);
    }

    [Fact]
    public async Task Stops_an_automatic_validation_before_it_leaves()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.VolunteerAsync("Anne", "Lebrun");
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.SuggestAsync(id);
        await desk.LookAsync(async db =>
        {
            var request = await db.HelpRequests.SingleAsync(r => r.Id == id, Ct);
            var now = desk.Site.Time.Now();
            request.Validate(now, graceEnds: now + Duration.FromMinutes(30));
            return await db.SaveChangesAsync(Ct);
        });
        Assert.Contains("part sans vous à 10 h 30", Desk.Said(await desk.Claire.ReadAsync("/coordination")), StringComparison.Ordinal);

        await desk.PostAsync("/coordination", "Arreter", ("id", $"{id.Value}"));

        Assert.Null((await desk.LookAsync(db => db.HelpRequests.SingleAsync(r => r.Id == id, Ct))).GraceEndsAt);
        Assert.Contains("C’est arrêté", Desk.Said(await desk.Claire.ReadAsync("/coordination")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_nothing_of_another_territory()
    {
        await using var desk = await Desk.OpenAsync();
        var vannes = await desk.AnotherTerritoryAsync();
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Paule", "Danet", vannes));

        Assert.DoesNotContain("Danet", Desk.Said(await desk.Claire.ReadAsync("/coordination")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Claire.GetAsync($"/coordination?territoire={vannes.Value}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Claire.GetAsync($"/coordination/semaine?territoire={vannes.Value}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync("/coordination", "Arreter", ("id", $"{id.Value}"))).StatusCode);
    }

    [Fact]
    public async Task Lists_the_week_by_day()
    {
        await using var desk = await Desk.OpenAsync();
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));

        var page = await desk.Claire.ReadAsync("/coordination/semaine?debut=2026-12-03");

        Assert.Equal("Semaine du lundi 30 novembre 2026", page.QuerySelector("h1")!.TextContent);
        var line = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Equal(Desk.PathOf(id), line.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("à pourvoir", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("debut=2026-11-23", page.QuerySelector(".actions a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demain")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task Says_what_a_week_is_when_it_cannot_be_read(string typed)
    {
        await using var desk = await Desk.OpenAsync();
        var answer = await desk.Claire.GetAsync($"/coordination/semaine?debut={typed}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("2026-11-30", (await Site.Visitor.PageOf(answer)).QuerySelector(".trouble")!.TextContent, StringComparison.Ordinal);
    }
}
