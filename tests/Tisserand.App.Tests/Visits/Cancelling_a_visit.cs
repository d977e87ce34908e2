using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Visits;

public sealed class Cancelling_a_visit
{
    [Theory, EachDatabase]
    public async Task By_the_volunteer_the_request_waits_again_with_a_higher_priority_and_she_hears_it_by_telephone(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, yvonne) = (await town.VolunteerAsync(), await town.BeneficiaryAsync());
        var id = await town.AsksForHelpAsync(yvonne);
        var visit = await town.PlansAsync(id, anne);

        Assert.Equal(id, Assert.IsType<CancelVisitOutcome.Reopened>(await ByVolunteerAsync(town, visit, anne)).Request);

        var request = await town.RequestAsync(id);
        Assert.Equal((RequestState.Open, 0, 1, town.Now), (request.State, request.PlacesTaken, request.TimesReopened, request.NextStepAt));
        Assert.Equal(ProposalState.Declined, request.Proposals.Single().State);
        var told = (await town.MessagesToAsync(await town.PersonOfAsync(yvonne), MessageKind.VisitCancelledToBeneficiary)).Single();
        Assert.Equal(MessageChannel.Call, told.Channel);
        Assert.Contains("Nous cherchons", told.Body, StringComparison.Ordinal);
        Assert.Empty(await town.DutyListAsync());                       // three days ahead: the waves have time
    }

    [Theory, EachDatabase]
    public async Task In_the_evening_before_an_early_visit_who_is_on_duty_knows_at_once(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var early = await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync(), "2026-12-01T08:15"), anne);
        var late = await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Marcel"), "2026-12-01T15:00"), anne);
        town.ItIs("2026-11-30T21:00");

        await ByVolunteerAsync(town, early, anne);
        await ByVolunteerAsync(town, late, anne);

        Assert.Equal(early, (await town.DutyListAsync(AttentionReasons.VisitWithoutVolunteer)).Single().VisitId);
    }

    [Theory, EachDatabase]
    public async Task Somebody_else_s_visit_does_not_exist_for_her_and_one_that_ended_says_so(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne);

        Assert.IsType<CancelVisitOutcome.NotFound>(await ByVolunteerAsync(town, visit, paul));
        await ByVolunteerAsync(town, visit, anne);
        Assert.Equal(VisitState.CancelledByVolunteer, Assert.IsType<CancelVisitOutcome.NotPlanned>(await ByVolunteerAsync(town, visit, anne)).State);
    }

    [Theory, EachDatabase]
    public async Task By_the_beneficiary_the_request_ends_with_its_reason_and_the_volunteer_is_told(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var visit = await town.PlansAsync(id, anne);

        Assert.IsType<CancelVisitOutcome.Closed>(await ByBeneficiaryAsync(town, visit, new BeneficiaryWish.NoLongerNeeded(EndReason.DoneByOthers)));

        Assert.Equal((RequestState.Cancelled, EndReason.DoneByOthers), ((await town.RequestAsync(id)).State, (await town.RequestAsync(id)).EndReason));
        Assert.Equal(VisitState.CancelledByBeneficiary, (await town.VisitAsync(visit)).State);
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitCancelledToVolunteer));
    }

    [Theory, EachDatabase]
    public async Task Or_it_gets_the_time_she_names(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), await town.VolunteerAsync());

        Assert.IsType<CancelVisitOutcome.Refused>(await ByBeneficiaryAsync(town, visit, new BeneficiaryWish.AnotherTime(new WantedTime.At(Said("2026-11-29T10:00")))));
        var moved = Assert.IsType<CancelVisitOutcome.Moved>(await ByBeneficiaryAsync(town, visit, new BeneficiaryWish.AnotherTime(new WantedTime.At(Said("2026-12-07T10:00")))));

        Assert.Equal([visit], moved.Visits.Moved);
        Assert.Equal((VisitState.Planned, Local("2026-12-07T10:00")), ((await town.VisitAsync(visit)).State, (await town.VisitAsync(visit)).Start));
    }

    [Theory, EachDatabase]
    public async Task When_both_cancel_at_one_instant_one_of_them_does(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        for (var round = 0; round < 5; round++)
        {
            var visit = await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync($"Personne {round}"), $"2026-12-0{3 + round}T10:00"), anne);
            var outcomes = await Task.WhenAll(
                ByVolunteerAsync(town, visit, anne), ByBeneficiaryAsync(town, visit, new BeneficiaryWish.NoLongerNeeded()),
                ByVolunteerAsync(town, visit, anne), ByBeneficiaryAsync(town, visit, new BeneficiaryWish.NoLongerNeeded()));

            Assert.Single(outcomes, o => o is CancelVisitOutcome.Reopened or CancelVisitOutcome.Closed);
            Assert.Equal(3, outcomes.Count(o => o is CancelVisitOutcome.NotPlanned));
        }
    }

    private static Task<CancelVisitOutcome> ByVolunteerAsync(Town town, VisitId visit, VolunteerId volunteer) =>
        town.DoAsync((CancelVisit cancel) => cancel.ByVolunteerAsync(visit, volunteer, null, town.Coordinator, Ct));

    private static Task<CancelVisitOutcome> ByBeneficiaryAsync(Town town, VisitId visit, BeneficiaryWish wish) =>
        town.DoAsync((CancelVisit cancel) => cancel.ByBeneficiaryAsync(visit, wish, town.Coordinator, Ct));
}
