using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.Web.Health;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Health;

public sealed class Asking_whether_the_site_is_well
{
    [Fact]
    public async Task A_living_process_says_ok()
    {
        await using var site = await SiteUnderTest.StartAsync();
        Assert.Equal("ok", await (await site.Visitor().GetAsync("/healthz")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Ready_when_every_check_is_well()
    {
        await using var site = await StartAsync((_, _) => Task.FromResult(new Readiness(true, "3 ms")));
        var answer = await site.Visitor().GetAsync("/readyz");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"ready":true,"checks":[{"name":"database","ok":true,"message":"3 ms"}]}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Not_ready_when_one_fails_and_its_details_stay_inside()
    {
        await using var site = await StartAsync((_, _) => throw new InvalidOperationException("password=abc"));
        var answer = await site.Visitor().GetAsync("/readyz");
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.False(JsonDocument.Parse(body).RootElement.GetProperty("ready").GetBoolean());
        Assert.DoesNotContain("password", body, StringComparison.Ordinal);
    }

    private static Task<SiteUnderTest> StartAsync(Func<IServiceProvider, CancellationToken, Task<Readiness>> check) =>
        SiteUnderTest.StartAsync(more: s => s.AddSingleton(new ReadinessCheck("database", check)));
}
