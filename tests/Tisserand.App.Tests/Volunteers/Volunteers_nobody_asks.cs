using Tisserand.App.Tests.Storage;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Volunteers;

public sealed class Volunteers_nobody_asks
{
    [Theory, EachDatabase]
    public async Task Stand_on_a_list_after_thirty_days_until_they_are_asked(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne, paul) = (await town.BeneficiaryAsync(), await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        Assert.Empty(await ReadAsync(town));
        town.ItIs("2027-01-15T09:00");

        Assert.Equal(new[] { anne, paul }.OrderBy(v => v.Value), (await ReadAsync(town)).Select(v => v.Id).OrderBy(v => v.Value));
        await town.NotifiesAsync(await town.AsksForHelpAsync(yvonne, "2027-01-20T10:00"), anne);
        Assert.Equal([paul], (await ReadAsync(town)).Select(v => v.Id));
    }

    private static Task<IReadOnlyList<SomebodyNotAsked>> ReadAsync(Town town) => town.DoAsync((NotAskedLately list) => list.ReadAsync([town.Territory], Ct));
}
