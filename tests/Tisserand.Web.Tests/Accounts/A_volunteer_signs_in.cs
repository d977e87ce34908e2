using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Volunteers;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Accounts;

public sealed partial class A_volunteer_signs_in : IAsyncLifetime
{
    private const string Email = "anne.lebrun@exemple.fr";
    private SiteUnderTest _site = null!;
    private Volunteer _anne = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await SiteUnderTest.StartAsync();
        _anne = await _site.AddVolunteerAsync(Email, "+33612345678");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("Anne.Lebrun@exemple.fr ", MessageChannel.Email)]
    [InlineData("06 12 34 56 78", MessageChannel.Sms)]
    public async Task By_the_code_of_a_message(string typed, MessageChannel channel)
    {
        var anne = _site.Visitor();
        var protectedPage = await anne.GetAsync("/benevole");
        Assert.Equal("/connexion/benevole", protectedPage.Headers.Location!.AbsolutePath);
        await anne.FillInAsync(protectedPage.Headers.Location.PathAndQuery, ("Contact", typed));
        var message = Assert.Single(await MessagesAsync());
        var arrived = await anne.FillInAsync("/connexion/benevole/code", ("Typed", CodeOf(message)));

        Assert.Equal(channel, message.Channel);
        Assert.Equal("/benevole", arrived.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await anne.GetAsync("/benevole")).StatusCode);
        _site.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(HttpStatusCode.OK, (await anne.GetAsync("/benevole")).StatusCode);
    }

    [Fact]
    public async Task By_the_button_behind_the_link_after_scanners_have_looked_at_it()
    {
        await _site.Visitor().FillInAsync("/connexion/benevole", ("Contact", Email));
        var link = LinkOf(Assert.Single(await MessagesAsync()));
        for (var i = 0; i < 3; i++) await _site.Visitor().GetAsync(link);

        var anne = _site.Visitor();
        Assert.Equal("/benevole", (await anne.FillInAsync(link)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await anne.GetAsync("/benevole")).StatusCode);
        Assert.Null((await _site.Visitor().ReadAsync(link)).QuerySelector("main form"));
    }

    [Fact]
    public async Task Link_and_code_of_one_message_let_in_once()
    {
        var anne = _site.Visitor();
        await anne.FillInAsync("/connexion/benevole", ("Contact", Email));
        var message = Assert.Single(await MessagesAsync());
        await _site.Visitor().FillInAsync(LinkOf(message));

        Assert.Equal(HttpStatusCode.OK, (await anne.FillInAsync("/connexion/benevole/code", ("Typed", CodeOf(message)))).StatusCode);
    }

    [Fact]
    public async Task Not_after_a_quarter_of_an_hour()
    {
        var anne = _site.Visitor();
        await anne.FillInAsync("/connexion/benevole", ("Contact", Email));
        var message = Assert.Single(await MessagesAsync());
        _site.Time.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));

        Assert.Null((await anne.ReadAsync(LinkOf(message))).QuerySelector("main form"));
        Assert.Equal("/connexion/benevole", (await anne.GetAsync("/connexion/benevole/code")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Not_by_guessing_five_times()
    {
        var anne = _site.Visitor();
        await anne.FillInAsync("/connexion/benevole", ("Contact", Email));
        var code = CodeOf(Assert.Single(await MessagesAsync()));
        var wrong = code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++) await anne.FillInAsync("/connexion/benevole/code", ("Typed", wrong));

        Assert.Equal(HttpStatusCode.OK, (await anne.FillInAsync("/connexion/benevole/code", ("Typed", code))).StatusCode);
    }

    [Fact]
    public async Task Nobody_learns_whether_an_address_is_known()
    {
        var known = await _site.Visitor().FillInAsync("/connexion/benevole", ("Contact", Email));
        var unknown = await _site.Visitor().FillInAsync("/connexion/benevole", ("Contact", "personne@exemple.fr"));

        Assert.Equal(known.Headers.Location, unknown.Headers.Location);
        Assert.Equal(HttpStatusCode.Found, unknown.StatusCode);
        Assert.Single(await MessagesAsync());
    }

    [Fact]
    public async Task Three_messages_an_hour_are_enough()
    {
        for (var i = 0; i < 5; i++) await _site.Visitor().FillInAsync("/connexion/benevole", ("Contact", Email));
        Assert.Equal(3, (await MessagesAsync()).Count);
    }

    [Fact]
    public async Task Two_people_of_one_address_get_a_message_each()
    {
        await _site.AddVolunteerAsync(Email);
        await _site.Visitor().FillInAsync("/connexion/benevole", ("Contact", Email));
        Assert.Equal(2, (await MessagesAsync()).Select(m => m.PersonId).Distinct().Count());
    }

    [Theory]
    [InlineData("02 99 71 00 00", "Un téléphone fixe")]
    [InlineData("Anne", "Écrivez une adresse")]
    [InlineData("", "Écrivez une adresse")]
    public async Task What_no_message_can_reach_is_said(string typed, string sentence)
    {
        var page = await Visitor.PageOf(await _site.Visitor().FillInAsync("/connexion/benevole", ("Contact", typed)));
        Assert.StartsWith(sentence, page.QuerySelector(".trouble a")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task She_is_out_when_she_has_left()
    {
        var anne = await _site.SignedInAsync("volunteer");
        Assert.Equal(HttpStatusCode.OK, (await anne.GetAsync("/benevole")).StatusCode);
        await _site.InAsync(async s =>
        {
            var db = s.GetRequiredService<TisserandDb>();
            foreach (var volunteer in await db.Volunteers.ToListAsync()) volunteer.MoveTo(PersonState.Left, volunteer.JoinedAt);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Found, (await anne.GetAsync("/benevole")).StatusCode);
    }

    private Task<List<OutgoingMessage>> MessagesAsync() => _site.InAsync(s =>
        s.GetRequiredService<TisserandDb>().OutgoingMessages.Where(m => m.Kind == MessageKind.SignInCode).ToListAsync());

    private static string CodeOf(OutgoingMessage message) => SixDigits().Match(message.Body).Value;

    private static string LinkOf(OutgoingMessage message) => new Uri(Address().Match(message.Body).Value).AbsolutePath;

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Address();
}
