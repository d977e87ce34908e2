namespace Tisserand.Browser.Tests;

public sealed class Opening_the_demonstration
{
    [Fact]
    public async Task A_visitor_becomes_the_coordinator_and_sees_what_waits_without_scripts()
    {
        await using var cooperative = await Cooperative.OpenAsync();
        await cooperative.BeneficiaryAsync("Yvonne", "Le Goff", "02 61 91 00 01");

        var claire = await cooperative.EnterAsync("coordinator");

        Assert.EndsWith("/coordination", claire.Url, StringComparison.Ordinal);
        Assert.Equal(3, await claire.Locator(".lists section").CountAsync());
        Assert.Contains("Redon", await claire.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
