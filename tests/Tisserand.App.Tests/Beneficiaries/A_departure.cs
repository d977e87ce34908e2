using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Requests.Series;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Beneficiaries;

public sealed class A_departure
{
    [Theory, EachDatabase]
    public async Task Of_a_beneficiary_ends_what_she_asked_for_and_tells_her_volunteers(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne, paul) = (await town.BeneficiaryAsync(), await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(yvonne), paul);
        var series = await A_series.StartAsync(town, yvonne, s => s with { Main = anne });
        await A_series.CreateAsync(town);
        town.ItIs("2026-12-01T09:00");

        Assert.IsType<DepartureOutcome.Recorded>(await RecordAsync(town, await town.PersonOfAsync(yvonne)));

        Assert.Equal((VisitState.CancelledByBeneficiary, VisitEndReasons.Left), ((await town.VisitAsync(visit)).State, (await town.VisitAsync(visit)).EndReason));
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(paul), MessageKind.VisitCancelledToVolunteer));
        Assert.All(await A_series.InstancesAsync(town, series), r => Assert.Equal((RequestState.Cancelled, EndReason.PersonLeft), (r.State, r.EndReason)));
        Assert.Equal(0, await A_series.CreateAsync(town));
        Assert.IsType<DepartureOutcome.NotPossible>(await RecordAsync(town, await town.PersonOfAsync(yvonne)));
    }

    [Theory, EachDatabase]
    public async Task Of_a_volunteer_opens_her_visits_to_others_and_tells_whom_she_was_to_visit(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (marcel, anne) = (await town.BeneficiaryAsync("Marcel"), await town.VolunteerAsync("Anne"));
        var shopping = await town.AsksForHelpAsync(marcel);
        await town.PlansAsync(shopping, anne);
        var asked = await town.NotifiesAsync(await town.AsksForHelpAsync(marcel, "2026-12-08T10:00"), anne);

        Assert.Equal(1, Assert.IsType<DepartureOutcome.Recorded>(await RecordAsync(town, await town.PersonOfAsync(anne))).Visits);

        Assert.Equal(RequestState.Open, (await town.RequestAsync(shopping)).State);
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(marcel), MessageKind.VisitCancelledToBeneficiary));
        Assert.Equal(App.Proposals.ProposalState.Withdrawn, await town.LookAsync(db => Task.FromResult(db.Proposals.Single(p => p.Id == asked).State)));
        Assert.Equal(PersonState.Left, await town.LookAsync(db => Task.FromResult(db.Volunteers.Single(v => v.Id == anne).State)));
    }

    [Theory, EachDatabase]
    public async Task Is_no_mere_move_of_a_file_since_visits_would_stay_agreed_with_nobody(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (marcel, anne) = (await town.BeneficiaryAsync("Marcel"), await town.VolunteerAsync("Anne"));
        foreach (var end in (PersonState[])[PersonState.Left, PersonState.Deceased])
        {
            Assert.IsType<SaveOutcome<VolunteerId>.Refused>(await town.DoAsync((MoveVolunteer move) => move.RunAsync(anne, end, town.Coordinator, Ct)));
            Assert.IsType<SaveOutcome<BeneficiaryId>.Refused>(await town.DoAsync((MoveBeneficiary move) => move.RunAsync(marcel, end, town.Coordinator, Ct)));
        }
    }

    private static Task<DepartureOutcome> RecordAsync(Town town, PersonId who) => town.DoAsync((RecordDeparture record) => record.RunAsync(who, town.Coordinator, Ct));
}
