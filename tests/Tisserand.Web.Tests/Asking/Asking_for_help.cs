using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Asking;

public sealed class Asking_for_help
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_one_question_per_page_and_ends_in_a_draft_that_somebody_will_call_about()
    {
        await using var she = await Person.AtHomeAsync();

        Assert.Equal("/demande/verifier", await she.ShoppingAsync());
        var summary = await she.ReadsAsync("/demande/verifier");
        Assert.All(["Des courses", "Deux sacs à porter, s’il vous plaît.", "mardi 1er décembre 2026, le matin", "4 rue des Essais, Redon (35600)", "Yvonne Guého", "02 99 71 99 01"],
            said => Assert.Contains(said, summary, StringComparison.Ordinal));
        Assert.Equal("/demande/merci", await she.SendAsync());

        var request = Assert.Single(await she.RequestsAsync());
        Assert.Equal((RequestState.Draft, RequestSource.Web, "courses", "35236"), (request.State, request.Source, request.NeedType, request.PlaceInsee));
        Assert.Equal((At(8), At(12)), (request.EarliestStart, request.LatestStart));
        Assert.Equal("Deux sacs à porter, s’il vous plaît.", request.Text);
        Assert.Equal("Yvonne Guého", Stranger.FromJson(request.StrangerContact)!.Name);
        Assert.Equal(AttentionReasons.DraftToCall, (await she.Site.InAsync(s => s.GetRequiredService<TisserandDb>().AttentionItems.SingleAsync(Ct))).Reason);

        static Instant At(int hour) => ParisTime.At(new LocalDate(2026, 12, 1), new LocalTime(hour, 0));
    }

    [Fact]
    public async Task Says_truly_what_comes_next_and_no_longer_shows_who_she_is()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();
        await she.SendAsync();

        var said = await she.ReadsAsync("/demande/merci");
        Assert.All(["Votre demande est arrivée", "pas encore acceptée", "vous appelle", "Des courses", "mardi 1er décembre 2026", "02 99 70 00 00"],
            part => Assert.Contains(part, said, StringComparison.Ordinal));
        Assert.All(["Yvonne", "02 99 71 99 01", "Deux sacs"], part => Assert.DoesNotContain(part, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Never_puts_what_she_typed_in_an_address()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();
        she.Addresses.Add(await she.SendAsync());

        Assert.All(she.Addresses, address => Assert.Matches("^/demande/[a-z-]+(\\?modifier=1)?$", address));
        var summary = await she.Browser.ReadAsync("/demande");
        Assert.All(summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!), href => Assert.DoesNotContain("=", href.Replace("?lang=en", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_the_answers_where_nobody_can_read_or_forge_them()
    {
        await using var she = await Person.AtHomeAsync();
        var answer = await she.Browser.FillInAsync("/demande/mots", ("Said", "Ma sonnette ne marche plus"));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-tisserand-demande=", StringComparison.Ordinal));
        Assert.All(["httponly", "secure", "samesite=lax"], flag => Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sonnette", cookie, StringComparison.Ordinal);

        var stranger = she.Site.Visitor();
        stranger.Headers["Cookie"] = "__Host-tisserand-demande=" + new string('A', 200);
        Assert.DoesNotContain("sonnette", (await stranger.ReadAsync("/demande/mots")).QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_a_long_letter_arrive_whole()
    {
        await using var she = await Person.AtHomeAsync();
        var letter = string.Concat(Enumerable.Repeat("Été, où l’âge n’ôte rien. ", 46));
        await she.ShoppingAsync();

        await she.AnswerAsync(("mots", [("Said", letter)]));
        await she.SendAsync();

        Assert.Equal(letter.Trim(), Assert.Single(await she.RequestsAsync()).Text);
    }

    [Fact]
    public async Task Makes_one_request_however_often_it_is_sent()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();
        var page = await she.Browser.ReadAsync("/demande/verifier");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => she.Browser.SendAsync(page, "/demande/verifier", ("Agreed", "true"))));
        Assert.All(answers, a => Assert.Equal("/demande/merci", Person.LedTo(a)));
        Assert.Equal("/demande/merci", Person.LedTo(await she.Browser.SendAsync(page, "/demande/verifier", ("Agreed", "true"), ("__once", $"{Guid.NewGuid()}"))));
        Assert.Equal("/demande/merci", Person.LedTo(await she.Browser.GetAsync("/demande/verifier")));
        Assert.Single(await she.RequestsAsync());
    }

    [Fact]
    public async Task Goes_back_and_forth_without_losing_anything()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();

        Assert.Equal("Deux sacs à porter, s’il vous plaît.", (await she.Browser.ReadAsync("/demande/mots")).QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("mardi 1er décembre 2026", Person.Typed(await she.Browser.ReadAsync("/demande/jour"), "Date"));
        Assert.Equal("Redon (35600)", Person.Typed(await she.Browser.ReadAsync("/demande/ou"), "Commune"));
        Assert.Equal("/demande/jour", (await she.Browser.ReadAsync("/demande/moment")).QuerySelector("a.back")!.GetAttribute("href"));
        Assert.Equal("/demande/moment", Person.LedTo(await she.Browser.FillInAsync("/demande/jour", ("Day", "tomorrow"), ("Date", "mardi 1er décembre 2026"))));
        Assert.Equal("/demande/verifier", (await she.Browser.ReadAsync("/demande")).QuerySelector("main a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Changes_one_answer_and_returns_to_the_summary()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();

        Assert.Equal("/demande/verifier", Person.LedTo(await she.Browser.FillInAsync("/demande/moment?modifier=1", ("Part", "hour"), ("Hour", "9h30"))));
        Assert.Contains("à 9 h 30", await she.ReadsAsync("/demande/verifier"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_what_a_changed_answer_makes_necessary()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();

        Assert.Equal("/demande/destination?modifier=1", Person.LedTo(await she.Browser.FillInAsync("/demande/aide?modifier=1", ("Need", "transport"))));
        Assert.Equal("/demande/destination?modifier=1", Person.LedTo(await she.Browser.GetAsync("/demande/verifier")));
        Assert.Equal("/demande/retour?modifier=1", Person.LedTo(await she.Browser.FillInAsync("/demande/destination?modifier=1", ("Commune", "35600 Redon"), ("Address", "la gare"))));
        Assert.Equal("/demande/verifier", Person.LedTo(await she.Browser.FillInAsync("/demande/retour?modifier=1", ("Way", "back"))));
        Assert.Equal("/demande/merci", await she.SendAsync());

        var legs = await she.RequestsAsync();
        Assert.Equal([TripKind.OutwardLeg, TripKind.ReturnLeg], legs.Select(l => l.Trip).Order());
    }

    [Fact]
    public async Task Leads_to_what_is_missing_when_pages_were_skipped_or_forgotten()
    {
        await using var she = await Person.AtHomeAsync();
        Assert.Equal("/demande", Person.LedTo(await she.Browser.GetAsync("/demande/verifier")));
        Assert.Equal("/demande", Person.LedTo(await she.Browser.GetAsync("/demande/merci")));

        await she.AnswerAsync(("aide", [("Need", "visite")]));
        Assert.Equal("/demande/mots?modifier=1", Person.LedTo(await she.Browser.GetAsync("/demande/verifier")));

        she.Site.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("/demande", Person.LedTo(await she.Browser.GetAsync("/demande/verifier")));
    }

    [Fact]
    public async Task Is_erased_when_she_wishes()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();

        Assert.Equal("/demande", Person.LedTo(await she.Browser.FillInAsync("/demande")));
        Assert.Equal("", (await she.Browser.ReadAsync("/demande/mots")).QuerySelector("textarea")!.TextContent.Trim());
        Assert.DoesNotContain("__Host-tisserand-demande", she.Browser.CookieNames);
    }

    [Fact]
    public async Task Begins_anew_after_a_request_was_sent()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();
        await she.SendAsync();
        await she.ShoppingAsync();
        await she.SendAsync();

        Assert.Equal(2, (await she.RequestsAsync()).Count);
    }

    [Fact]
    public async Task For_somebody_else_asks_who_she_is_and_whether_she_agrees()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();
        Assert.Equal("/demande/proche", await she.AnswerAsync(("pour-qui", [("Whom", "other")])));
        await she.AnswerAsync(("proche", [("TheirName", "Marcel Guého"), ("Relation", "Relative")]));

        Assert.Contains("Marcel Guého", Person.Said(await she.RefusedAsync("/demande/verifier", ("Agreed", "true"))), StringComparison.Ordinal);
        Assert.Equal("/demande/merci", await she.SendAsync(("Agreed", "true"), ("TheyAgree", "true")));
        var who = Stranger.FromJson(Assert.Single(await she.RequestsAsync()).StrangerContact)!;
        Assert.Equal(("Marcel Guého", App.Beneficiaries.CarerKind.Relative, true), (who.AsksFor, who.Is, who.TheyAgree));
    }

    [Fact]
    public async Task Says_at_each_page_whom_to_call_in_an_emergency()
    {
        await using var she = await Person.AtHomeAsync();
        foreach (var page in (string[])["", "/aide", "/mots", "/jour", "/moment", "/pour-qui", "/proche", "/ou", "/vous", "/destination", "/retour"])
        {
            var said = await she.ReadsAsync("/demande" + page);
            Assert.All(["15", "18", "112", "114"], number => Assert.Contains(number, said, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Has_one_title_and_no_field_without_a_name_on_any_page()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();
        foreach (var page in (string[])["", "/aide", "/mots", "/destination", "/retour", "/jour", "/moment", "/pour-qui", "/proche", "/ou", "/vous", "/verifier"])
        {
            var document = await she.Browser.ReadAsync("/demande" + page);
            Assert.Single(document.QuerySelectorAll("h1"));
            Assert.All(document.QuerySelectorAll("main input:not([type=hidden]), main textarea"), field => Assert.NotNull(document.QuerySelector($"label[for='{field.Id}']")));
            Assert.Empty(document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        }
    }
}
