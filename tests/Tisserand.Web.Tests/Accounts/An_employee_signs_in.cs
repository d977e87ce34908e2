using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Accounts;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Accounts;

public sealed class An_employee_signs_in : IAsyncLifetime
{
    private const string Email = "claire.morvan@exemple.fr";
    private const string Password = "cheval batterie agrafe juste";
    private SiteUnderTest _site = null!;
    private AddAccountOutcome.Added _account = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await SiteUnderTest.StartAsync();
        _account = await _site.AddAccountAsync("coordinator", Email);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task First_she_chooses_a_password_ties_her_telephone_and_keeps_her_recovery_codes()
    {
        var claire = _site.Visitor();
        var page = await Visitor.PageOf(await SetUpAsync(claire));

        Assert.Equal(10, page.QuerySelectorAll("main code").Length);
        Assert.Equal("/coordination", page.QuerySelector("main a.btn")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await claire.GetAsync("/coordination")).StatusCode);
    }

    [Fact]
    public async Task Her_key_is_shown_as_a_picture_and_in_letters()
    {
        var claire = _site.Visitor();
        await claire.FillInAsync("/connexion/invitation/" + _account.Invitation, ("Input.Password", Password), ("Input.Again", Password));
        var page = await claire.ReadAsync("/connexion/authentificateur");
        var picture = await claire.GetAsync(page.QuerySelector("img.qr")!.GetAttribute("src")!);

        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<svg", (await picture.Content.ReadAsStringAsync()).TrimStart(), StringComparison.Ordinal);
        Assert.Equal(await KeyAsync(), page.QuerySelector("main code")!.TextContent.Replace(" ", ""));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Visitor().GetAsync("/connexion/authentificateur/qr.svg")).StatusCode);
    }

    [Fact]
    public async Task Then_password_and_code_lead_to_the_page_she_asked_for()
    {
        await SetUpAsync(_site.Visitor());
        var claire = _site.Visitor();
        var asked = await claire.GetAsync("/coordination?semaine=48");
        await claire.FillInAsync(asked.Headers.Location!.PathAndQuery, ("Input.Email", " Claire.Morvan@Exemple.fr"), ("Input.Password", Password));
        var arrived = await claire.FillInAsync("/connexion/code", ("Typed", await CodeAsync()));

        Assert.Equal("/coordination?semaine=48", arrived.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await claire.GetAsync("/coordination?semaine=48")).StatusCode);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing()
    {
        await SetUpAsync(_site.Visitor());
        var claire = _site.Visitor();
        await claire.FillInAsync("/connexion", ("Input.Email", Email), ("Input.Password", Password));
        Assert.Equal(HttpStatusCode.Found, (await claire.GetAsync("/coordination")).StatusCode);
    }

    [Fact]
    public async Task A_code_serves_once()
    {
        await SetUpAsync(_site.Visitor());
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        var code = await CodeAsync(advance: false);
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(_site.Visitor(), code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(_site.Visitor(), code)).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_replaces_the_telephone_once()
    {
        var recovery = (await Visitor.PageOf(await SetUpAsync(_site.Visitor()))).QuerySelectorAll("main code")[3].TextContent;
        var claire = _site.Visitor();

        Assert.Equal("/coordination", (await SignInAsync(claire, recovery.ToLowerInvariant())).Headers.Location!.OriginalString);
        Assert.Contains("Il vous en reste 9", (await claire.ReadAsync("/coordination")).QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(_site.Visitor(), recovery)).StatusCode);
    }

    [Fact]
    public async Task Five_mistakes_close_the_account_for_a_quarter_of_an_hour()
    {
        await SetUpAsync(_site.Visitor());
        for (var i = 0; i < 5; i++) await _site.Visitor().FillInAsync("/connexion", ("Input.Email", Email), ("Input.Password", "un mot de passe faux"));

        Assert.Equal(HttpStatusCode.OK, (await _site.Visitor().FillInAsync("/connexion", ("Input.Email", Email), ("Input.Password", Password))).StatusCode);
        _site.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Found, (await _site.Visitor().FillInAsync("/connexion", ("Input.Email", Email), ("Input.Password", Password))).StatusCode);
    }

    [Fact]
    public async Task Wrong_and_unknown_get_the_same_answer()
    {
        await SetUpAsync(_site.Visitor());
        var wrong = await Visitor.PageOf(await _site.Visitor().FillInAsync("/connexion", ("Input.Email", Email), ("Input.Password", "faux")));
        var unknown = await Visitor.PageOf(await _site.Visitor().FillInAsync("/connexion", ("Input.Email", "personne@exemple.fr"), ("Input.Password", "faux")));

        Assert.Equal(wrong.QuerySelector(".trouble")!.TextContent, unknown.QuerySelector(".trouble")!.TextContent);
        Assert.DoesNotContain("faux", wrong.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_serves_once_and_for_a_week()
    {
        Assert.NotNull((await _site.Visitor().ReadAsync("/connexion/invitation/" + _account.Invitation)).QuerySelector("main form"));
        Assert.Null((await _site.Visitor().ReadAsync("/connexion/invitation/" + _account.Invitation + "x")).QuerySelector("main form"));

        var other = await _site.AddAccountAsync("board", "autre@exemple.fr");
        _site.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        Assert.Null((await _site.Visitor().ReadAsync("/connexion/invitation/" + other.Invitation)).QuerySelector("main form"));
    }

    [Fact]
    public async Task Once_used_the_invitation_is_void()
    {
        await SetUpAsync(_site.Visitor());
        Assert.Null((await _site.Visitor().ReadAsync("/connexion/invitation/" + _account.Invitation)).QuerySelector("main form"));
    }

    [Theory]
    [InlineData("court", "trop court")]
    [InlineData("Bonjour2026!!", "trop facile")]
    [InlineData("claire.morvan35!", "ressemble trop")]
    public async Task A_weak_password_is_refused_with_the_reason(string password, string reason)
    {
        var answer = await _site.Visitor().FillInAsync("/connexion/invitation/" + _account.Invitation, ("Input.Password", password), ("Input.Again", password));
        Assert.Contains(reason, (await Visitor.PageOf(answer)).QuerySelector(".trouble")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspended_she_is_out_at_once()
    {
        var claire = _site.Visitor();
        await SetUpAsync(claire);
        await _site.InAsync(s => s.GetRequiredService<EndSessions>().RunAsync(_account.Account, suspend: true, Actor.Machine, default));

        Assert.Equal(HttpStatusCode.Found, (await claire.GetAsync("/coordination")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _site.Visitor().FillInAsync("/connexion", ("Input.Email", Email), ("Input.Password", Password))).StatusCode);
    }

    [Fact]
    public async Task Half_an_hour_without_a_click_ends_the_session()
    {
        var claire = _site.Visitor();
        await SetUpAsync(claire);
        _site.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await claire.GetAsync("/coordination")).StatusCode);
        _site.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Found, (await claire.GetAsync("/coordination")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_it_and_empties_the_browser()
    {
        var claire = _site.Visitor();
        await SetUpAsync(claire);
        var token = (await claire.ReadAsync("/coordination")).QuerySelector("[name=__jeton]")!.GetAttribute("value")!;
        var answer = await claire.PostAsync("/deconnexion", ("__jeton", token));

        Assert.Equal("\"cache\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(HttpStatusCode.Found, (await claire.GetAsync("/coordination")).StatusCode);
    }

    [Fact]
    public async Task A_reset_opens_the_way_again_and_nobody_resets_herself()
    {
        await SetUpAsync(_site.Visitor());
        Assert.Null(await _site.InAsync(s => s.GetRequiredService<ResetAccount>().RunAsync(_account.Account, Actor.Of(_account.Account), default)));
        var invitation = await _site.InAsync(s => s.GetRequiredService<ResetAccount>().RunAsync(_account.Account, Actor.Machine, default));

        Assert.Equal(HttpStatusCode.OK, (await _site.Visitor().FillInAsync("/connexion", ("Input.Email", Email), ("Input.Password", Password))).StatusCode);
        Assert.NotNull((await _site.Visitor().ReadAsync("/connexion/invitation/" + invitation)).QuerySelector("main form"));
    }

    private async Task<HttpResponseMessage> SetUpAsync(Visitor visitor)
    {
        await visitor.FillInAsync("/connexion/invitation/" + _account.Invitation, ("Input.Password", Password), ("Input.Again", Password));
        return await visitor.FillInAsync("/connexion/authentificateur", ("Typed", await CodeAsync(advance: false)));
    }

    private static async Task<HttpResponseMessage> SignInAsync(Visitor visitor, string code)
    {
        await visitor.FillInAsync("/connexion", ("Input.Email", Email), ("Input.Password", Password));
        return await visitor.FillInAsync("/connexion/code", ("Typed", code));
    }

    private Task<string> KeyAsync() => _site.InAsync(async s =>
        (await s.GetRequiredService<TisserandDb>().Accounts.SingleAsync(a => a.Id == _account.Account)).AuthenticatorKey!);

    private async Task<string> CodeAsync(bool advance = true)
    {
        if (advance) _site.Time.Advance(TimeSpan.FromSeconds(30));
        return Totp.CodeAt(await KeyAsync(), Totp.StepOf(_site.Time.Now()));
    }
}
