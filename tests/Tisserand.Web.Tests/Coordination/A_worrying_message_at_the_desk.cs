using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Safety;

namespace Tisserand.Web.Tests.Coordination;

public sealed class A_worrying_message_at_the_desk
{
    private const string Fall = "je suis tombée et je n'arrive pas à me relever <b>";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stands_on_the_board_and_on_every_page_once_a_quarter_of_an_hour_has_passed()
    {
        await using var desk = await Desk.OpenAsync();
        await ComesInAsync(desk);

        Assert.Contains("Message inquiétant : Jeanne Riaux", Desk.Said(await desk.Claire.ReadAsync("/coordination")), StringComparison.Ordinal);
        Assert.DoesNotContain("Message inquiétant", Desk.Said(await desk.Claire.ReadAsync("/coordination/semaine")), StringComparison.Ordinal);

        desk.Site.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("Personne ne s’en occupe encore", Desk.Said(await desk.Claire.ReadAsync("/coordination/semaine")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_her_words_her_number_and_what_was_answered_and_is_taken_in_hand_and_ended()
    {
        await using var desk = await Desk.OpenAsync();
        var path = $"/coordination/alerte/{(await ComesInAsync(desk)).Value}";

        var page = await desk.Claire.ReadAsync(path);
        Assert.Contains("suis tombée", page.QuerySelector("mark")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("02 99 71 12 01", Desk.Said(page), StringComparison.Ordinal);
        Assert.Contains("le 15 ou le 112", Desk.Said(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".lines b"));

        await desk.PostAsync(path, "Prendre");
        Assert.Contains("Claire Morvan s’en occupe", Desk.Said(await desk.Claire.ReadAsync(path)), StringComparison.Ordinal);

        var refused = await desk.PostAsync(path, "Finir", ("End", "nimporte"));
        Assert.Contains("On lui a parlé", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await desk.PostAsync(path, "Finir", ("End", "SpokenWith"));
        Assert.Equal(DangerEnd.SpokenWith, (await desk.LookAsync(db => db.DangerAlerts.SingleAsync(Ct))).End);
        Assert.DoesNotContain("Message inquiétant : Jeanne", Desk.Said(await desk.Claire.ReadAsync("/coordination")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_another_territory_and_one_that_never_was_answer_alike()
    {
        await using var desk = await Desk.OpenAsync();
        var alert = await ComesInAsync(desk);
        var elsewhere = await desk.AnotherTerritoryAsync();
        await desk.Site.InAsync(async services =>
        {
            var db = services.GetRequiredService<Tisserand.App.Storage.TisserandDb>();
            await db.DangerAlerts.Where(a => a.Id == alert).ExecuteUpdateAsync(a => a.SetProperty(x => x.TerritoryId, elsewhere), Ct);
            return true;
        });

        foreach (var id in new[] { alert.Value, Guid.NewGuid() })
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Claire.GetAsync($"/coordination/alerte/{id}")).StatusCode);
    }

    [Fact]
    public async Task The_door_to_written_words_opens_when_the_answers_are_approved()
    {
        await using var desk = await Desk.OpenAsync();
        const string path = "/coordination/danger";
        var early = await desk.PostAsync(path, "Ouvrir", ("SaysWhenRead", "true"));
        Assert.Contains("approuvez d’abord", await early.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        var page = await desk.Claire.ReadAsync(path);
        var sentences = page.QuerySelectorAll("textarea").Select(t => (t.GetAttribute("name")!, t.TextContent)).ToArray();
        var bad = await desk.PostAsync(path, "Approuver", [.. sentences.Select(s => s.Item1 == "fr.Vital" ? (s.Item1, "") : s)]);
        Assert.Contains("n’aurait pas de réponse", await bad.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await desk.PostAsync(path, "Approuver", [.. sentences.Select(s => s.Item1 == "fr.OnCall" ? (s.Item1, "Claire vous rappelle.") : s)]);
        Assert.Contains("Claire vous rappelle.", (await desk.Claire.ReadAsync(path)).QuerySelector("[name='fr.OnCall']")!.TextContent, StringComparison.Ordinal);

        await desk.PostAsync(path, "Ouvrir", ("SaysWhenRead", "true"));
        Assert.True((await desk.LookAsync(db => db.Territories.SingleAsync(t => t.Id == desk.Site.Redon, Ct))).ReadsTexts);
        await desk.PostAsync(path, "Fermer");
        Assert.False((await desk.LookAsync(db => db.Territories.SingleAsync(t => t.Id == desk.Site.Redon, Ct))).ReadsTexts);
    }

    [Fact]
    public async Task She_gives_her_mobile_for_alerts_and_a_landline_is_refused()
    {
        await using var desk = await Desk.OpenAsync();
        var refused = await desk.PostAsync("/coordination/permanence", "Mobile", ("Mobile", "02 99 71 00 00"));
        Assert.Contains("Ce n’est pas un numéro de mobile", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        await desk.PostAsync("/coordination/permanence", "Mobile", ("Mobile", "06 39 98 02 02"));
        Assert.Equal("06 39 98 02 02", (await desk.Claire.ReadAsync("/coordination/permanence")).QuerySelector("[name=Mobile]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_written_request_shows_on_its_draft_what_was_understood_and_what_is_to_ask()
    {
        await using var desk = await Desk.OpenAsync();
        var draft = await desk.StrangersDraftAsync(text: "Pouvez-vous m'emmener chez le kiné jeudi ?");

        var said = Desk.Said(await desk.Claire.ReadAsync($"/coordination/brouillon/{draft.Value}"));

        Assert.Contains("Ce qui a été compris", said, StringComparison.Ordinal);
        Assert.Contains("À demander au téléphone", said, StringComparison.Ordinal);
    }

    private static async Task<DangerAlertId> ComesInAsync(Desk desk)
    {
        var jeanne = await desk.BeneficiaryAsync("Jeanne", "Riaux");
        var person = (await desk.LookAsync(db => db.Beneficiaries.SingleAsync(b => b.Id == jeanne, Ct))).PersonId;
        await desk.Site.InAsync(async services =>
        {
            var db = services.GetRequiredService<Tisserand.App.Storage.TisserandDb>();
            db.Add(new Tisserand.App.People.ContactPoint(new(Guid.NewGuid()), person, Tisserand.App.People.ContactKind.Mobile, "+33639980177", db.Keys));
            await db.SaveChangesAsync(Ct);
            return true;
        });
        return Assert.IsType<ReplyOutcome.Alarmed>(await desk.Site.InAsync(s => s.GetRequiredService<ReceiveReply>().RunAsync(person, MessageChannel.Sms, Fall, Ct))).Alert;
    }
}
