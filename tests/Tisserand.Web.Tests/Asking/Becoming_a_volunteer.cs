using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Notifications;
using Tisserand.App.Storage;
using Tisserand.App.Volunteers;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Asking;

public sealed class Becoming_a_volunteer
{
    private const string Path = "/devenir-benevole";

    private static readonly (string, string)[] Anne =
    [
        ("Input.FirstName", "Anne"), ("Input.LastName", "Le Goff"), ("Input.Phone", "06 39 98 12 34"), ("Input.Commune", "Redon"),
        ("Input.Likes", "transport"), ("Input.Likes", "visite"), ("Input.Times", "mornings"), ("Input.Times", "afternoons"), ("Input.Times", "saturdays"),
        ("Input.Moves", "Bicycle"), ("Input.Said", "Je parle breton"), ("Input.Agreed", "true"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_a_candidates_file_that_a_coordinator_is_told_of()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var answer = await site.Visitor().FillInAsync(Path, Anne);

        Assert.Equal("/devenir-benevole/merci", Person.LedTo(answer));
        var anne = Assert.Single(await VolunteersAsync(site));
        Assert.Equal((PersonState.Candidate, "Anne Le Goff", Transport.Bicycle, "Je parle breton"), (anne.State, anne.Person.FullName, anne.Transport, anne.Person.Notes));
        Assert.Equal("Mo-Fr 08:00-12:00,14:00-18:00; Sa 08:00-18:00", anne.Hours);
        Assert.Equal(["transport", "visite"], anne.Likes);
        var (told, agreed) = await site.InAsync(async s => (await s.GetRequiredService<TisserandDb>().AttentionItems.SingleAsync(Ct), await s.GetRequiredService<TisserandDb>().ConsentEntries.SingleAsync(Ct)));
        Assert.Equal((AttentionReasons.CandidateToMeet, anne.Id), (told.Reason, told.VolunteerId));
        Assert.Equal((anne.PersonId, "sign-up", true), (agreed.PersonId, agreed.Purpose, agreed.Given));
    }

    [Fact]
    public async Task Happens_once_however_often_it_is_sent()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (visitor, other) = (site.Visitor(), site.Visitor());
        var page = await visitor.ReadAsync(Path);
        await Task.WhenAll(visitor.SendAsync(page, Path, Anne), visitor.SendAsync(page, Path, Anne), visitor.SendAsync(page, Path, Anne));
        Assert.Single(await VolunteersAsync(site));

        Assert.Equal("/devenir-benevole/merci", Person.LedTo(await other.FillInAsync(Path, Anne)));
        Assert.Single(await VolunteersAsync(site));
    }

    [Fact]
    public async Task Opens_a_file_for_each_of_a_couple_who_share_a_number()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.Visitor().FillInAsync(Path, Anne);
        await site.Visitor().FillInAsync(Path, With("Input.FirstName", "Yann"));
        Assert.Equal(2, (await VolunteersAsync(site)).Count);
    }

    [Theory]
    [InlineData("Input.FirstName", "", "Jeanne")]
    [InlineData("Input.LastName", "", "Morvan")]
    [InlineData("Input.Phone", "123", "02 99 70 00 00")]
    [InlineData("Input.Phone", "", "adresse e-mail")]
    [InlineData("Input.Email", "anne@", "jeanne@exemple.fr")]
    [InlineData("Input.Commune", "Xyzzyville", "35600")]
    [InlineData("Input.Moves", "", "À pied")]
    [InlineData("Input.Agreed", "false", "Cochez")]
    public async Task Says_what_is_wrong_and_keeps_the_rest(string field, string typed, string said)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var answer = await site.Visitor().FillInAsync(Path, With(field, typed));
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        var page = await Visitor.PageOf(answer);

        Assert.Contains(said, page.QuerySelector($"#{field.Replace('.', '_')}-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Times']:checked").Count());
        Assert.Equal("Je parle breton", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await VolunteersAsync(site));
    }

    [Fact]
    public async Task Proposes_the_communes_that_look_alike()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();
        var page = await Visitor.PageOf(await visitor.FillInAsync(Path, With("Input.Commune", "Rdeon")));
        Assert.Contains("35236", Person.Proposed(page, "Input.Chosen"));

        Assert.Equal("/devenir-benevole/merci", Person.LedTo(await visitor.SendAsync(page, Path, [.. With("Input.Commune", "Rdeon"), ("Input.Chosen", "35236")])));
        Assert.Equal("35236", Assert.Single(await VolunteersAsync(site)).Person.Insee);
    }

    [Fact]
    public async Task And_asking_for_help_are_both_reached_from_the_home_page_beside_the_number()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var visitor = site.Visitor();
        var home = await visitor.ReadAsync("/");
        var links = home.QuerySelectorAll("main a, footer a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.All(["/demande", Path, "tel:0299700000"], expected => Assert.Contains(expected, links));
        foreach (var link in links.Where(l => l.StartsWith('/')))
            Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync(link)).StatusCode);
    }

    private static (string, string)[] With(string field, string value) => [.. Anne.Where(f => f.Item1 != field), (field, value)];

    private static Task<List<Volunteer>> VolunteersAsync(SiteUnderTest site) =>
        site.InAsync(s => s.GetRequiredService<TisserandDb>().Volunteers.AsNoTracking().Include(v => v.Person).ToListAsync(Ct));
}
