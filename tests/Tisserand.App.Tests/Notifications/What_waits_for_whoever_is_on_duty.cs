using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Notifications;
using Tisserand.App.Storage;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Notifications;

public sealed class What_waits_for_whoever_is_on_duty
{
    public static TheoryData<string> Codes => [.. typeof(AttentionReasons).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    [Theory, MemberData(nameof(Codes))]
    public void Every_reason_has_its_sentence_in_french_and_english(string code)
    {
        var (french, english) = (AttentionReasons.Sentence(code, CultureInfo.GetCultureInfo("fr-FR")), AttentionReasons.Sentence(code, CultureInfo.GetCultureInfo("en-GB")));

        Assert.NotEqual(french, english);
        Assert.DoesNotContain('.', french);
    }

    [Theory, EachDatabase]
    public async Task The_same_matter_stands_once_and_comes_back_when_it_comes_up_again(Database database)
    {
        await using var town = await Town.OnAsync(database, more: services => services.AddScoped<Matters>());
        Task RaiseAsync() => town.DoAsync((Matters matters) => matters.RaiseAsync(town));

        await RaiseAsync();
        await RaiseAsync();
        Assert.Single(await town.DutyListAsync());
        await town.DoAsync((Matters matters) => matters.SettleAsync(town));
        Assert.Empty(await town.DutyListAsync());
        town.ItIs("2026-11-30T10:00");
        await RaiseAsync();
        Assert.Equal(town.Now, Assert.Single(await town.DutyListAsync()).Since);
    }

    private sealed class Matters(TisserandDb db, Attention attention)
    {
        public Task RaiseAsync(Town town) => db.DecideAsync(async () =>
        {
            await attention.RaiseAsync(town.Territory, AttentionReasons.ReplyToRead, "matter", town.Now, ct: Ct);
            return true;
        }, Ct);

        public Task SettleAsync(Town town) => db.DecideAsync(async () =>
        {
            await attention.SettleAsync("matter", town.Now, Ct);
            return true;
        }, Ct);
    }
}
