using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;

namespace Tisserand.Web.Tests.Site;

/// <summary>One browser: sends, keeps cookies, reads pages. It does not follow redirects.</summary>
public sealed class Visitor(TestServer server, string address)
{
    private static readonly HtmlParser Parser = new();
    private readonly Dictionary<string, string> _cookies = [];
    private readonly Uri _address = new(address);

    public Dictionary<string, string> Headers { get; } = [];

    public IReadOnlyList<string> CookieNames => [.. _cookies.Keys.Order(StringComparer.Ordinal)];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(_address, path)));

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(_address, path))
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        });

    public async Task<IHtmlDocument> ReadAsync(string path) => await PageOf(await GetAsync(path));

    /// <summary>Fills in the first form of the page's main part and sends it, hidden fields included.</summary>
    public Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string path, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").LastOrDefault()
            ?? throw new InvalidOperationException("No form on this page: " + page.Title);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value))
            .Where(f => typed.All(t => t.Name != f.Item1)).Concat(typed).ToArray();
        return PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : path, fields);
    }

    /// <summary>Reads the page, fills in its form, sends it.</summary>
    public async Task<HttpResponseMessage> FillInAsync(string path, params (string Name, string Value)[] typed) =>
        await SendAsync(await ReadAsync(path), path, typed);

    public static async Task<IHtmlDocument> PageOf(HttpResponseMessage answer) =>
        Parser.ParseDocument(await answer.Content.ReadAsStringAsync());

    // Expiry is left to the site: only a cookie taken back goes. The clock of the tests is not the machine's.
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var client = server.CreateClient();
        var answer = await client.SendAsync(request);
        if (!answer.Headers.TryGetValues("Set-Cookie", out var sent)) return answer;
        foreach (var cookie in sent)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0) _cookies.Remove(pair[0]);
            else _cookies[pair[0]] = pair[1];
        }
        return answer;
    }
}
