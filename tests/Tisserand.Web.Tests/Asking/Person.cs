using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.Web.Security;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Asking;

/// <summary>Somebody who asks for help on the site, page after page. It is Wednesday 25 November 2026, 10:00.</summary>
internal sealed class Person : IAsyncDisposable
{
    private Person(SiteUnderTest site) => (Site, Browser) = (site, site.Visitor());

    public SiteUnderTest Site { get; }

    public Visitor Browser { get; private set; }

    /// <summary>Every address she has been led to.</summary>
    public List<string> Addresses { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Person> AtHomeAsync() => new(await SiteUnderTest.StartAsync());

    /// <summary>Answers the questions in turn, each from its page.</summary>
    /// <returns>Where the last answer led.</returns>
    public async Task<string> AnswerAsync(params (string Page, (string, string)[] Fields)[] answers)
    {
        var led = "";
        foreach (var (page, fields) in answers)
        {
            led = LedTo(await Browser.FillInAsync("/demande/" + page, fields));
            Addresses.Add(led);
        }

        return led;
    }

    /// <summary>The page that comes back when something is wrong.</summary>
    public async Task<IHtmlDocument> RefusedAsync(string path, params (string, string)[] fields)
    {
        var answer = await Browser.FillInAsync(path, fields);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        var page = await Visitor.PageOf(answer);
        Assert.StartsWith("Erreur : ", page.Title, StringComparison.Ordinal);
        return page;
    }

    public Task<string> ShoppingAsync() => AnswerAsync(
        ("aide", [("Need", "courses")]),
        ("mots", [("Said", "Deux sacs à porter, s’il vous plaît.")]),
        ("jour", [("Day", "other"), ("Date", "1er décembre")]),
        ("moment", [("Part", "morning")]),
        ("pour-qui", [("Whom", "me")]),
        ("ou", [("Commune", "redon"), ("Street", "4 rue des Essais")]),
        ("vous", [("Name", "Yvonne Guého"), ("Phone", "02 99 71 99 01")]));

    public async Task<string> SendAsync(params (string, string)[] ticked) =>
        LedTo(await Browser.FillInAsync("/demande/verifier", ticked.Length > 0 ? ticked : [("Agreed", "true")]));

    public Task<List<HelpRequest>> RequestsAsync() => Site.InAsync(s => s.GetRequiredService<TisserandDb>().HelpRequests.AsNoTracking().ToListAsync(Ct));

    /// <summary>A beneficiary of Redon.</summary>
    public async Task<BeneficiaryId> HelpedAsync(string first, string last, string landline) => Saved(await Site.InAsync(s =>
        s.GetRequiredService<SaveBeneficiary>().RunAsync(Site.Redon, null, new BeneficiaryForm
        {
            Person = new PersonForm { FirstName = first, LastName = last, Landline = landline, Insee = "35236", Street = "2 rue du Canal" },
        }, null, Actor.Machine, Ct)));

    public async Task<PersonId> CarerAsync(BeneficiaryId whose, string first, string last)
    {
        var carer = Saved(await Site.InAsync(s => s.GetRequiredService<AddCarer>().RunAsync(whose,
            new PersonForm { FirstName = first, LastName = last, Mobile = "06 39 98 43 21" }, CarerKind.Relative, true, true, Actor.Machine, Ct)));
        return await Site.InAsync(s => s.GetRequiredService<TisserandDb>().Carers.Where(c => c.Id == carer).Select(c => c.PersonId).SingleAsync(Ct));
    }

    public Task<PersonId> PersonOfAsync(BeneficiaryId who) =>
        Site.InAsync(s => s.GetRequiredService<TisserandDb>().Beneficiaries.Where(b => b.Id == who).Select(b => b.PersonId).SingleAsync(Ct));

    /// <summary>From now on she is this person.</summary>
    public async Task ComesInAsync(string role, PersonId who)
    {
        Browser = Site.Visitor();
        await Browser.GetAsync($"/essai/entrer/{role}/{who.Value}");
    }

    public async Task<string> ReadsAsync(string path) => Said(await Browser.ReadAsync(path));

    public static string Said(IHtmlDocument page) => string.Join(' ', page.QuerySelector("#contenu")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Typed(IHtmlDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"input[name='{name}']")!.Value;

    public static string[] Proposed(IHtmlDocument page, string name) => [.. page.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']").Select(i => i.Value)];

    public static string LedTo(HttpResponseMessage answer)
    {
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static TId Saved<TId>(SaveOutcome<TId> outcome) => Assert.IsType<SaveOutcome<TId>.Saved>(outcome).Id;
}
