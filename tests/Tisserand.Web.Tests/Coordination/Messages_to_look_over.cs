using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Learning;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.Web.Security;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

public sealed class Messages_to_look_over : IAsyncLifetime
{
    private const string Path = "/coordination/apprendre", Message = "Il me faudrait quelqu'un pour aller aux courses ou chez le kiné";

    private Desk _desk = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Visitor Claire => _desk.Claire;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Nothing_waits_at_first_and_the_page_says_what_is_missing_to_learn()
    {
        var page = await Claire.ReadAsync(Path);

        Assert.Contains("Il n’y a aucun message à relire", Desk.Said(page), StringComparison.Ordinal);
        Assert.Contains("Il manque encore 60 messages pour apprendre", Desk.Said(page), StringComparison.Ordinal);
        Assert.Contains("la version livrée avec le logiciel", Desk.Said(page), StringComparison.Ordinal);
        Assert.NotNull((await Claire.ReadAsync("/coordination/reglages")).QuerySelector($"a[href='{Path}']"));
    }

    [Fact]
    public async Task A_call_stored_under_another_need_than_was_read_waits_and_is_answered_by_one_key()
    {
        await MisreadCallAsync();
        var page = await Claire.ReadAsync(Path);
        Assert.Contains("Il reste 1 message à relire", Desk.Said(page), StringComparison.Ordinal);
        var keys = page.QuerySelectorAll<IHtmlButtonElement>("button[name=choix]").ToList();
        Assert.InRange(keys.Count, 2, 3);                                // as many as the engine finds worth naming
        Assert.Equal(Enumerable.Range(1, keys.Count).Select(n => $"{n}"), keys.Select(k => k.GetAttribute("accesskey")));
        Assert.Equal(["e", "p"], page.QuerySelectorAll("#contenu button[accesskey]").Except(keys).Select(k => k.GetAttribute("accesskey")));

        var answer = await AnswerAsync(page, "Dire", ("choix", keys[1].Value));

        Assert.Equal(Path, answer.Headers.Location!.OriginalString);
        Assert.Equal(keys[1].Value, (await KeptAsync()).Label);
        Assert.Contains("aucun message à relire", Desk.Said(await Claire.ReadAsync(Path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_need_of_the_list_may_be_chosen_and_a_message_may_be_left_for_later()
    {
        await MisreadCallAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(await Claire.ReadAsync(Path), "Passer")).StatusCode);
        var again = await Claire.ReadAsync(Path);
        Assert.Contains("Ce message reviendra plus tard", Desk.Said(again), StringComparison.Ordinal);
        await AnswerAsync(again, "Dire", ("Type", "animal"));

        Assert.Equal("animal", (await KeptAsync()).Label);
    }

    [Theory]
    [InlineData("Type", "")]
    [InlineData("Type", "n'importe quoi")]
    [InlineData("choix", "<script>")]
    public async Task What_is_no_need_is_refused_at_its_field_and_the_message_stays(string field, string value)
    {
        await MisreadCallAsync();

        var page = await Visitor.PageOf(await AnswerAsync(await Claire.ReadAsync(Path), "Dire", (field, value)));

        Assert.Contains("Choisissez un besoin dans la liste, par exemple « Courses »", Desk.Said(page), StringComparison.Ordinal);
        Assert.Equal("#Type", page.QuerySelector(".trouble a, [role=alert] a")!.GetAttribute("href"));
        Assert.Contains("Il reste 1 message à relire", Desk.Said(page), StringComparison.Ordinal);
        Assert.Null((await KeptAsync()).Label);
    }

    [Fact]
    public async Task A_message_of_another_territory_is_neither_shown_nor_answered()
    {
        await AddAsync(1, await _desk.AnotherTerritoryAsync());
        var theirs = (await KeptAsync()).Id.Value.ToString();

        var page = await Claire.ReadAsync(Path);
        Assert.DoesNotContain("zoubidous", Desk.Said(page), StringComparison.Ordinal);
        foreach (var (handler, fields) in new (string, (string, string)[])[] { ("Dire", [("Id", theirs), ("choix", "courses")]), ("Dire", [("Id", theirs)]), ("Passer", [("Id", theirs)]), ("Passer", []), ("Dire", [("Id", "pas-un-numéro"), ("choix", "courses")]) })
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(page, handler, fields)).StatusCode);
        Assert.Null((await KeptAsync()).Label);
    }

    [Fact]
    public async Task Learning_is_proposed_with_both_scores_installed_by_her_and_taken_back_in_one_click()
    {
        await AddAsync(90, _desk.Site.Redon);
        await AnswerAsync(await Claire.ReadAsync(Path), "Entrainer");
        var page = await Claire.ReadAsync(Path);
        Assert.Contains("Proposition 1", Desk.Said(page), StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("#contenu tbody tr").Length);
        Assert.Contains("la version livrée avec le logiciel", Desk.Said(page), StringComparison.Ordinal);

        await AnswerAsync(page, "Installer");
        page = await Claire.ReadAsync(Path);
        Assert.Contains("En service : la version 1", Desk.Said(page), StringComparison.Ordinal);
        Assert.Contains("installée par Claire Morvan", Desk.Said(page), StringComparison.Ordinal);

        await AnswerAsync(page, "Revenir");
        Assert.Contains("En service : la version 2", Desk.Said(await Claire.ReadAsync(Path)), StringComparison.Ordinal);
        Assert.Equal(["", "courses"], await _desk.LookAsync(db => db.Documents.Where(d => d.Name == CooperativeDocument.NeedClassifier).OrderByDescending(d => d.Version)
            .Select(d => d.Text.Contains("courses") ? "courses" : d.Text).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Who_has_not_all_territories_sees_a_proposal_and_cannot_install_it()
    {
        await AddAsync(90, _desk.Site.Redon);
        var before = await Claire.ReadAsync(Path);
        await AnswerAsync(before, "Entrainer");
        await _desk.AnotherTerritoryAsync();

        var page = await Claire.ReadAsync(Path);
        Assert.Contains("Proposition 1", Desk.Said(page), StringComparison.Ordinal);
        Assert.Null(FormOf(page, "Installer"));
        var refused = await Visitor.PageOf(await PostAsync(page, "Installer", ("version", "1"), ("basedOn", "0")));
        Assert.DoesNotContain("En service : la version 1", Desk.Said(refused), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(page, "Installer", ("version", "beaucoup"))).StatusCode);
    }

    [Fact]
    public async Task A_volunteer_does_not_enter() =>
        Assert.NotEqual(HttpStatusCode.OK, (await (await _desk.Site.SignedInAsync(Roles.Volunteer)).GetAsync(Path)).StatusCode);

    private async Task MisreadCallAsync()
    {
        var call = new CapturedCall(Guid.NewGuid(), await _desk.BeneficiaryAsync("Yvonne", "Guého"),
            new NeedInput { NeedType = "visite", Time = new WantedTime.At(new NodaTime.LocalDateTime(2026, 12, 3, 10, 0)), Text = Message }, Reading: "v1");
        Assert.IsType<CaptureOutcome.Captured>(await _desk.Site.InAsync(services => ((CaptureRequest)services.GetService(typeof(CaptureRequest))!).RunAsync(call, Actor.Machine, Ct)));
    }

    private Task AddAsync(int count, TerritoryId where) => _desk.LookAsync(async db =>
    {
        var now = NodaTime.Instant.FromUtc(2026, 11, 25, 8, 0);
        for (var i = 0; i < count; i++)
        {
            var request = new HelpRequest(new HelpRequestId(Guid.NewGuid()), where, null, "courses", RequestSource.Phone, now);
            db.Add(new ReadingCorrection(request, new PersonId(Guid.NewGuid()), "1.0", null, 0.3, "courses", "Je voudrais aller aux zoubidous", now, db.Keys));
        }

        return await db.SaveChangesAsync(Ct);
    });

    private Task<ReadingCorrection> KeptAsync() => _desk.LookAsync(db => db.ReadingCorrections.SingleAsync(Ct));

    private static IHtmlFormElement? FormOf(IHtmlDocument page, string handler) =>
        page.QuerySelectorAll<IHtmlFormElement>("#contenu form").FirstOrDefault(f => f.GetAttribute("action")?.Contains("handler=" + handler, StringComparison.Ordinal) == true);

    /// <summary>Sends the form of that handler as it stands.</summary>
    private Task<HttpResponseMessage> AnswerAsync(IHtmlDocument page, string handler, params (string Name, string Value)[] typed)
    {
        var form = FormOf(page, handler)!;
        return Claire.PostAsync(form.GetAttribute("action")!, [.. form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value)), .. typed]);
    }

    private Task<HttpResponseMessage> PostAsync(IHtmlDocument page, string handler, params (string Name, string Value)[] fields) =>
        Claire.PostAsync($"{Path}?handler={handler}", [("__jeton", page.QuerySelector("[name=__jeton]")!.GetAttribute("value")!), .. fields]);
}
