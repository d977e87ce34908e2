using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Web.Security;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Demonstration;

public sealed class Being_somebody_of_the_demonstration
{
    [Fact]
    public async Task There_is_no_such_page_in_a_real_installation()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.AddAccountAsync(Roles.Coordinator, "claire@exemple.fr");
        var visitor = site.Visitor();
        var token = await TokenAsync(visitor, "/connexion");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/demo")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/demo/messages")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/demo/enter", ("role", "coordinator"), token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/demo/messages", ("Input.Text", "oui"), token)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync("/coordination")).StatusCode);
    }

    [Fact]
    public async Task Anybody_may_write_by_herself_known_or_not()
    {
        await using var site = await LivingAsync();
        var visitor = site.Visitor();
        var token = await TokenAsync(visitor, "/demo/messages");

        var refused = await visitor.PostAsync("/demo/messages?handler=Ecrire", ("Own.From", "ma voisine"), ("Own.Text", "bonjour"), token);
        Assert.Contains("06 39 98 01 23", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await visitor.PostAsync("/demo/messages?handler=Ecrire", ("Own.From", "06 39 98 09 99"), ("Own.Text", "il y a une odeur de gaz chez moi, que faire ?"), token);

        Assert.Contains(await site.InAsync(s => s.GetRequiredService<TisserandDb>().OutgoingMessages.ToListAsync()),
            m => m.Kind == MessageKind.DangerAnswer && m.Address == "+33639980999" && m.Body.Contains("le 18", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("coordinator", "/coordination")]
    [InlineData("volunteer", "/benevole")]
    [InlineData("beneficiary", "/demande")]
    [InlineData("carer", "/demande")]
    [InlineData("board", "/conseil")]
    [InlineData("dpo", "/confidentialite")]
    [InlineData("admin", "/admin")]
    public async Task Each_button_leads_to_its_own_home(string role, string home)
    {
        await using var site = await LivingAsync();
        foreach (var account in (string[])[Roles.Coordinator, Roles.Board, Roles.Officer, Roles.Administrator]) await site.AddAccountAsync(account, $"{account}@exemple.fr");
        var visitor = site.Visitor();
        var button = (await visitor.ReadAsync("/demo")).QuerySelectorAll<IHtmlFormElement>("form[action='/demo/enter']").First(f => Value(f, "role") == role);

        var answer = await visitor.PostAsync("/demo/enter", [.. button.QuerySelectorAll<IHtmlInputElement>("input").Select(i => (i.Name!, i.Value))]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(home, answer.Headers.Location!.OriginalString);
        Assert.Contains(visitor.CookieNames, name => name.Contains("session", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Somebody_who_is_not_there_or_a_role_that_is_none_does_not_enter()
    {
        await using var site = await LivingAsync();
        var visitor = site.Visitor();
        var token = await TokenAsync(visitor, "/demo");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/demo/enter", ("role", "queen"), token)).StatusCode);
        foreach (var role in (string[])["volunteer", "beneficiary", "carer"])
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/demo/enter", ("role", role), ("person", Guid.NewGuid().ToString()), token)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/demo/enter", ("role", "volunteer"))).StatusCode);
    }

    [Fact]
    public async Task A_yes_to_the_message_makes_the_visit_and_the_button_goes()
    {
        await using var site = await AskedAsync();
        var visitor = site.Visitor();
        var yes = (await visitor.ReadAsync("/demo/messages")).QuerySelectorAll<IHtmlButtonElement>("button[name='Input.Text']").First(b => b.Value.StartsWith("OUI", StringComparison.Ordinal));

        var answer = await visitor.PostAsync("/demo/messages", ("Input.Text", yes.Value), ("Input.Message", Value(yes.Form!, "Input.Message")), await TokenAsync(visitor, "/demo/messages"));

        Assert.Equal("/demo/messages", answer.Headers.Location!.OriginalString);
        Assert.Equal(1, await CountAsync(site, db => db.Visits.CountAsync(v => v.State == VisitState.Planned)));
        var page = await visitor.ReadAsync("/demo/messages");
        Assert.Contains("Réponse comprise", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll<IHtmlButtonElement>("button[name='Input.Text']"), b => b.Value == yes.Value);
    }

    [Fact]
    public async Task Words_that_nobody_can_be_sure_of_go_to_the_coordinators()
    {
        await using var site = await AskedAsync();

        var visitor = site.Visitor();
        var answer = await visitor.FillInAsync("/demo/messages", ("Input.Text", "je vais voir avec mon mari"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(1, await CountAsync(site, db => db.AttentionItems.CountAsync(a => a.Reason == AttentionReasons.ReplyToRead && a.DoneAt == null)));
        Assert.Contains("transmise à la coordination", (await visitor.ReadAsync("/demo/messages")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "La réponse est vide")]
    [InlineData(501, "La réponse est trop longue")]
    public async Task An_answer_that_cannot_be_taken_is_kept_with_its_reason(int length, string reason)
    {
        await using var site = await AskedAsync();
        var typed = new string('a', length);

        var page = await Visitor.PageOf(await site.Visitor().FillInAsync("/demo/messages", ("Input.Text", typed)));

        Assert.Contains(reason, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll<IHtmlInputElement>("input[type=text]"), i => i.Value == typed);
        Assert.Equal(0, await CountAsync(site, db => db.IncomingMessages.CountAsync()));
    }

    private static Task<SiteUnderTest> StartAsync() =>
        SiteUnderTest.StartAsync(SiteUnderTest.OverHttps with { IsDemonstration = true }, services => services.AddDemonstrationChannels());

    /// <summary>A volunteer with a mobile, and a beneficiary with her daughter.</summary>
    private static async Task<SiteUnderTest> LivingAsync()
    {
        var site = await StartAsync();
        var volunteer = Saved(await site.InAsync(s => s.GetRequiredService<SaveVolunteer>().RunAsync(site.Redon, null, new VolunteerForm
        {
            Person = new PersonForm { FirstName = "Anne", LastName = "Lebrun", Mobile = "06 39 98 12 34", Insee = "35236" },
            Hours = "Mo-Su 08:00-20:00",
        }, active: true, null, Actor.Machine, Ct)));
        foreach (var check in (string[])["charte", "casier_vu", "references"])
            await site.InAsync(s => s.GetRequiredService<RecordCheck>().RunAsync(volunteer, check, new LocalDate(2026, 11, 2), null, Actor.Machine, Ct));
        var beneficiary = Saved(await site.InAsync(s => s.GetRequiredService<SaveBeneficiary>().RunAsync(site.Redon, null, new BeneficiaryForm
        {
            Person = new PersonForm { FirstName = "Yvonne", LastName = "Morvan", Landline = "02 61 91 12 34", Insee = "35236" },
        }, null, Actor.Machine, Ct)));
        Saved(await site.InAsync(s => s.GetRequiredService<AddCarer>().RunAsync(beneficiary,
            new PersonForm { FirstName = "Sylvie", LastName = "Morvan", Mobile = "06 39 98 43 21" }, CarerKind.Relative, true, true, Actor.Machine, Ct)));
        return site;
    }

    /// <summary>The volunteer has been asked for help by a message that has left.</summary>
    private static async Task<SiteUnderTest> AskedAsync()
    {
        var site = await LivingAsync();
        var who = await site.InAsync(s => s.GetRequiredService<TisserandDb>().Beneficiaries.Select(b => b.Id).SingleAsync(Ct));
        var need = new NeedInput { NeedType = "courses.alimentaires", Time = new WantedTime.At(new LocalDateTime(2026, 11, 27, 10, 0)) };
        var captured = Assert.IsType<CaptureOutcome.Captured>(await site.InAsync(s => s.GetRequiredService<CaptureRequest>().RunAsync(new CapturedCall(Guid.NewGuid(), who, need), Actor.Machine, Ct)));
        var request = captured.Ids.Request;
        Assert.Equal(AdvanceOutcome.ToValidate, await AdvanceAsync(site, request));
        var list = await site.InAsync(s => s.GetRequiredService<TisserandDb>().Proposals.Select(p => p.VolunteerId).ToListAsync(Ct));
        Assert.IsType<ValidateOutcome.Validated>(await site.InAsync(s => s.GetRequiredService<ValidateList>().RunAsync(request, list, null, Actor.Machine, Ct)));
        await AdvanceAsync(site, request);
        Assert.Equal(1, await CountAsync(site, db => db.Proposals.CountAsync(p => p.State == ProposalState.Notified)));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        await site.InAsync(async s => { await s.GetRequiredService<SendDueMessages>().RunDueAsync(site.Time.Now(), Ct); return true; });
        return site;
    }

    private static Task<AdvanceOutcome> AdvanceAsync(SiteUnderTest site, HelpRequestId request) =>
        site.InAsync(s => s.GetRequiredService<AdvanceSolicitation>().RunAsync(request, Ct));

    private static Task<int> CountAsync(SiteUnderTest site, Func<TisserandDb, Task<int>> count) => site.InAsync(s => count(s.GetRequiredService<TisserandDb>()));

    private static async Task<(string, string)> TokenAsync(Visitor visitor, string path) =>
        ("__jeton", (await visitor.ReadAsync(path)).QuerySelector<IHtmlInputElement>("input[name=__jeton]")!.Value);

    private static string Value(IHtmlFormElement form, string name) => form.QuerySelector<IHtmlInputElement>($"input[name='{name}']")?.Value ?? "";

    private static TId Saved<TId>(SaveOutcome<TId> outcome) => Assert.IsType<SaveOutcome<TId>.Saved>(outcome).Id;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
