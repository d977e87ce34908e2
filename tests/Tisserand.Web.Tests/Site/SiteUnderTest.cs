using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tisserand.Web.Health;
using Tisserand.Web.Security;
using Tisserand.Web.Site;

namespace Tisserand.Web.Tests.Site;

/// <summary>The whole site in this process, with a few pages of the tests' own, asked over real HTTP messages.</summary>
public sealed class SiteUnderTest : IAsyncDisposable
{
    public static SiteOptions OverHttps { get; } = new()
    {
        Urls = ["https://localhost"],
        Cooperative = new CooperativeCard("Le Fil d’Oust", "02 99 70 00 00", "Du lundi au vendredi, de 9 h à 17 h.", "bonjour@filoust.example", "dpo@filoust.example"),
    };

    private readonly WebApplication _app;

    private SiteUnderTest(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public static async Task<SiteUnderTest> StartAsync(SiteOptions? options = null, Action<IServiceCollection>? more = null)
    {
        var builder = TisserandSite.CreateBuilder(options ?? OverHttps);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(SiteUnderTest).Assembly);
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseTisserandSite();
        app.MapGet("/essai/entrer/{role}", EnterAsync).AllowAnonymous();
        app.MapGet("/essai/panne", string () => throw new InvalidOperationException("a secret detail")).AllowAnonymous();
        app.MapGet("/essai/oubli", () => "nobody said who may read this");
        await app.StartAsync();
        return new SiteUnderTest(app);
    }

    /// <summary>Somebody with a browser of her own: cookies are kept, redirects are not followed.</summary>
    public Visitor Visitor() => new(_app.GetTestServer(), _app.Services.GetRequiredService<SiteOptions>().Urls[0]);

    public async Task<Visitor> SignedInAsync(string role)
    {
        var visitor = Visitor();
        await visitor.GetAsync("/essai/entrer/" + role);
        return visitor;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task EnterAsync(string role, HttpContext context) =>
        context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Role, role), new Claim(Session.PersonClaim, Guid.NewGuid().ToString())],
            CookieAuthenticationDefaults.AuthenticationScheme)));
}

/// <summary>One browser: sends, keeps cookies, reads pages.</summary>
public sealed class Visitor(TestServer server, string address)
{
    private static readonly HtmlParser Parser = new();
    private readonly CookieContainer _cookies = new();
    private readonly Uri _address = new(address);

    public Dictionary<string, string> Headers { get; } = [];

    public IReadOnlyList<string> CookieNames => [.. _cookies.GetCookies(_address).Select(c => c.Name).Order(StringComparer.Ordinal)];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(_address, path)));

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(_address, path))
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        });

    public async Task<IHtmlDocument> ReadAsync(string path) => await PageOf(await GetAsync(path));

    /// <summary>Fills the form of <paramref name="page"/> that posts to its own address or to <paramref name="action"/>, and sends it.</summary>
    public Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string path, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form").FirstOrDefault() ?? throw new InvalidOperationException("No form on this page.");
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value))
            .Where(f => typed.All(t => t.Name != f.Item1)).Concat(typed).ToArray();
        return PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : path, fields);
    }

    public static async Task<IHtmlDocument> PageOf(HttpResponseMessage answer) =>
        Parser.ParseDocument(await answer.Content.ReadAsStringAsync());

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.GetCookieHeader(_address) is { Length: > 0 } kept) request.Headers.Add("Cookie", kept);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var client = server.CreateClient();
        client.BaseAddress = _address;
        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            foreach (var cookie in cookies) _cookies.SetCookies(_address, cookie);
        return answer;
    }
}
