using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Accounts;
using Tisserand.App.Storage;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Accounts;

public sealed class The_keys_of_sessions
{
    [Fact]
    public async Task Lie_sealed_in_the_database_and_open_on_another_node()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var account = await site.AddAccountAsync("admin", "admin@exemple.fr");
        var stored = Assert.Single(await site.InAsync(s => s.GetRequiredService<TisserandDb>().DataProtectionKeys.AsNoTracking().ToListAsync()));

        Assert.Contains("<sealed", stored.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored.Xml, StringComparison.Ordinal);

        await using var other = site.AnotherNode();
        Assert.Equal(account.Account, other.GetRequiredService<Invitations>().Read(account.Invitation)!.Value.Account);
    }
}
