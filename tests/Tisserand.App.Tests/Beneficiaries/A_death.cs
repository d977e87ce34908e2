using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Requests.Series;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Beneficiaries;

public sealed class A_death
{
    [Theory, EachDatabase]
    public async Task Of_a_beneficiary_stops_every_message_and_puts_each_volunteer_on_the_list(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne, paul) = (await town.BeneficiaryAsync(), await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(yvonne), paul);
        var series = await A_series.StartAsync(town, yvonne, s => s with { Main = anne });
        await A_series.CreateAsync(town);
        town.ItIs("2026-12-01T09:00");

        Assert.Equal(2, Assert.IsType<DeathOutcome.Recorded>(await RecordAsync(town, await town.PersonOfAsync(yvonne))).ToCall);

        Assert.All(await town.MessagesToAsync(await town.PersonOfAsync(yvonne)), m => Assert.Equal(MessageState.Expired, m.State));
        Assert.DoesNotContain(await town.MessagesToAsync(await town.PersonOfAsync(paul)), m => m.State == MessageState.Waiting || m.Kind == MessageKind.VisitCancelledToVolunteer);
        var list = await town.DutyListAsync(AttentionReasons.DeathToTell);
        Assert.Equal(new[] { anne, paul }.OrderBy(v => v.Value), list.Select(a => a.VolunteerId!.Value).OrderBy(v => v.Value));
        Assert.Equal((VisitState.CancelledByBeneficiary, VisitEndReasons.Death), ((await town.VisitAsync(visit)).State, (await town.VisitAsync(visit)).EndReason));
        Assert.All(await A_series.InstancesAsync(town, series), r => Assert.Equal((RequestState.Cancelled, EndReason.Deceased), (r.State, r.EndReason)));
        Assert.Equal(0, await A_series.CreateAsync(town));
        Assert.IsType<DeathOutcome.AlreadyRecorded>(await RecordAsync(town, await town.PersonOfAsync(yvonne)));
    }

    [Theory, EachDatabase]
    public async Task Of_a_volunteer_reopens_her_visits_and_a_human_calls_each_beneficiary(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, marcel, anne, paul) = (await town.BeneficiaryAsync(), await town.BeneficiaryAsync("Marcel"), await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var shopping = await town.AsksForHelpAsync(marcel);
        await town.PlansAsync(shopping, anne);
        var asked = await town.NotifiesAsync(await town.AsksForHelpAsync(marcel, "2026-12-08T10:00"), anne);
        var series = await A_series.StartAsync(town, yvonne, s => s with { Main = anne, Second = paul });
        await A_series.CreateAsync(town);

        Assert.Equal(2, Assert.IsType<DeathOutcome.Recorded>(await RecordAsync(town, await town.PersonOfAsync(anne))).ToCall);

        Assert.Equal(RequestState.Open, (await town.RequestAsync(shopping)).State);
        Assert.All(await A_series.InstancesAsync(town, series), r => Assert.Equal((RequestState.Open, paul), (r.State, r.AskFirst)));
        Assert.Empty(await town.MessagesToAsync(await town.PersonOfAsync(marcel), MessageKind.VisitCancelledToBeneficiary));
        Assert.All(await town.MessagesToAsync(await town.PersonOfAsync(anne)), m => Assert.Equal(MessageState.Expired, m.State));
        Assert.Equal(new[] { yvonne, marcel }.OrderBy(b => b.Value), (await town.DutyListAsync(AttentionReasons.DeathToTell)).Select(a => a.BeneficiaryId!.Value).OrderBy(b => b.Value));
        Assert.Equal(App.Proposals.ProposalState.Withdrawn, await town.LookAsync(db => Task.FromResult(db.Proposals.Single(p => p.Id == asked).State)));
        Assert.Null(await town.LookAsync(db => Task.FromResult(db.RecurringNeeds.Single().MainVolunteerId)));
    }

    private static Task<DeathOutcome> RecordAsync(Town town, PersonId who) => town.DoAsync((RecordDeath record) => record.RunAsync(who, town.Coordinator, Ct));
}
