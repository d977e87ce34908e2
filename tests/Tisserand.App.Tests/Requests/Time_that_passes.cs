using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Requests;

public sealed class Time_that_passes
{
    [Theory, EachDatabase]
    public async Task Ends_an_open_request_as_unmet_and_never_silently(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        var passed = await town.AsksForHelpAsync(yvonne, "2026-12-03T10:00");
        var asked = await town.NotifiesAsync(passed, anne);
        var matched = await town.AsksForHelpAsync(yvonne, "2026-12-02T10:00");
        await town.PlansAsync(matched, anne);
        var coming = await town.AsksForHelpAsync(yvonne, "2026-12-04T10:00");
        town.ItIs("2026-12-03T10:01");

        Assert.Equal(1, await CloseAsync(town));
        Assert.Equal(0, await CloseAsync(town));

        Assert.Equal((RequestState.Unmet, EndReason.TimePassed), ((await town.RequestAsync(passed)).State, (await town.RequestAsync(passed)).EndReason));
        Assert.Equal((RequestState.Matched, RequestState.Open), ((await town.RequestAsync(matched)).State, (await town.RequestAsync(coming)).State));
        Assert.Equal((AttentionReasons.RequestTimePassed, passed), ((await town.DutyListAsync()).Single().Reason, (await town.DutyListAsync()).Single().RequestId));
        Assert.IsType<AcceptOutcome.TooLate>(await town.SaysYesAsync(asked, anne));
    }

    [Theory, EachDatabase]
    public async Task Never_ends_a_draft_but_brings_it_back_to_the_list_every_two_days(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var asked = new OnlineRequest(Guid.NewGuid(), new Stranger("Odette Essai", "06 39 98 01 99", null, null, Town.Redon, null),
            new NeedInput { NeedType = "courses", Time = new WantedTime.At(Said("2026-12-01T10:00")) });
        var draft = Assert.IsType<AskOutcome.Received>(await town.DoAsync((AskOnline ask) => ask.RunAsync(asked, Ct))).Ids.Request;
        await SettleAllAsync(town);

        town.ItIs("2026-12-02T08:59");
        await StaleAsync(town);
        Assert.Empty(await town.DutyListAsync());

        town.ItIs("2026-12-02T09:00");
        await StaleAsync(town);
        Assert.Equal((AttentionReasons.DraftStale, draft), ((await town.DutyListAsync()).Single().Reason, (await town.DutyListAsync()).Single().RequestId));
        await SettleAllAsync(town);
        await StaleAsync(town);
        Assert.Empty(await town.DutyListAsync());

        town.ItIs("2026-12-04T09:00");
        await CloseAsync(town);
        await StaleAsync(town);
        Assert.Single(await town.DutyListAsync());
        Assert.Equal(RequestState.Draft, (await town.RequestAsync(draft)).State);
    }

    private static Task<int> CloseAsync(Town town) => town.DoAsync((ClosePassed close) => close.RunDueAsync(town.Now, Ct));

    private static Task StaleAsync(Town town) => town.DoAsync((StaleDrafts stale) => stale.RunDueAsync(town.Now, Ct));

    private static Task<int> SettleAllAsync(Town town) => town.LookAsync(db =>
    {
        foreach (var item in db.AttentionItems) item.Done(town.Now);
        return db.SaveChangesAsync(Ct);
    });
}
