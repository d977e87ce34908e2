using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Requests;

public sealed class Changing_a_request
{
    [Theory, EachDatabase]
    public async Task The_visit_moves_along_and_stands_on_the_list_until_the_volunteer_confirms(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync(), "2026-12-03T10:00");
        var visit = await town.PlansAsync(id, anne);

        Assert.Equal([visit], (await MoveAsync(town, id, "2026-12-04T15:00")).Moved);

        Assert.Equal((Local("2026-12-04T15:00"), Local("2026-12-04T16:30")), ((await town.VisitAsync(visit)).Start, (await town.VisitAsync(visit)).End));
        Assert.Equal((RequestState.Matched, null), ((await town.RequestAsync(id)).State, (await town.RequestAsync(id)).NextStepAt));
        var told = (await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitChanged)).Single();
        Assert.Contains("vendredi 4 décembre", told.Body, StringComparison.Ordinal);
        Assert.Equal(visit, (await town.DutyListAsync(AttentionReasons.VisitToReconfirm)).Single().VisitId);

        Assert.True(await town.DoAsync((ConfirmChangedVisit confirm) => confirm.RunAsync(visit, anne, town.Coordinator, Ct)));
        Assert.Empty(await town.DutyListAsync());
    }

    [Theory, EachDatabase]
    public async Task A_volunteer_taken_elsewhere_at_that_hour_is_freed_and_both_are_told(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, yvonne) = (await town.VolunteerAsync(), await town.BeneficiaryAsync());
        var id = await town.AsksForHelpAsync(yvonne, "2026-12-03T10:00");
        await town.PlansAsync(id, anne);
        await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Marcel"), "2026-12-04T15:00"), anne);

        Assert.Single((await MoveAsync(town, id, "2026-12-04T15:30")).Freed);

        var request = await town.RequestAsync(id);
        Assert.Equal((RequestState.Open, 0, town.Now), (request.State, request.PlacesTaken, request.NextStepAt));
        Assert.Equal(ProposalState.Withdrawn, request.Proposals.Single().State);          // no no of hers: she may be asked again
        Assert.Contains("jeudi 3 décembre", (await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitCancelledToVolunteer)).Single().Body, StringComparison.Ordinal);
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(yvonne), MessageKind.VisitCancelledToBeneficiary));
    }

    [Theory, EachDatabase]
    public async Task A_volunteer_who_is_away_on_the_new_day_is_freed(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        await town.DoAsync((RecordAbsence absence) => absence.RunAsync(anne, Day("2026-12-10"), Day("2026-12-12"), null, town.Coordinator, Ct));
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync(), "2026-12-03T10:00");
        await town.PlansAsync(id, anne);

        Assert.Single((await MoveAsync(town, id, "2026-12-11T10:00")).Freed);
    }

    [Theory, EachDatabase]
    public async Task A_yes_to_the_old_time_is_no_yes_to_the_new_one(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var asked = await town.NotifiesAsync(id, anne);
        town.ItIs("2026-11-30T09:05");

        await MoveAsync(town, id, "2026-12-04T15:00");

        Assert.Equal(ProposalState.Withdrawn, Assert.IsType<AcceptOutcome.NotWaiting>(await town.SaysYesAsync(asked, anne)).State);
        Assert.Equal((RequestState.Open, town.Now), ((await town.RequestAsync(id)).State, (await town.RequestAsync(id)).NeedChangedAt));
    }

    [Theory, EachDatabase]
    public async Task Other_words_disturb_nobody(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await town.PlansAsync(id, anne);

        await ChangeAsync(town, id, new RequestChange { Text = "Deux sacs, et du pain." });

        Assert.Equal(("Deux sacs, et du pain.", RequestState.Matched), ((await town.RequestAsync(id)).Text, (await town.RequestAsync(id)).State));
        Assert.Empty(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitChanged));
    }

    [Theory, EachDatabase]
    public async Task More_people_open_it_again_and_fewer_than_agreed_are_refused(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await town.PlansAsync(id, await town.VolunteerAsync("Anne"));

        await ChangeAsync(town, id, new RequestChange { People = 2 });
        Assert.Equal((RequestState.Open, town.Now), ((await town.RequestAsync(id)).State, (await town.RequestAsync(id)).NextStepAt));
        await town.PlansAsync(id, await town.VolunteerAsync("Paul"));

        Assert.Equal(new FieldError("people", FieldProblem.FewerThanAgreed),
            Assert.IsType<ChangeOutcome.Refused>(await ChangeAsync(town, id, new RequestChange { People = 1 })).Errors.Single());
    }

    [Theory, EachDatabase]
    public async Task Another_place_is_told_to_the_volunteer(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var visit = await town.PlansAsync(id, anne);

        await ChangeAsync(town, id, new RequestChange { Place = new WantedPlace(Bains, "1 place des Essais") });

        Assert.Equal((Bains, "1 place des Essais"), ((await town.RequestAsync(id)).PlaceInsee, (await town.RequestAsync(id)).PlaceStreet));
        Assert.Equal(visit, (await town.DutyListAsync(AttentionReasons.VisitToReconfirm)).Single().VisitId);
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitChanged));
    }

    private static Task<ChangeOutcome> ChangeAsync(Town town, HelpRequestId id, RequestChange change) =>
        town.DoAsync((ChangeRequest use) => use.RunAsync(id, change, town.Coordinator, Ct));

    private static async Task<ChangedVisits> MoveAsync(Town town, HelpRequestId id, string to) =>
        Assert.IsType<ChangeOutcome.Changed>(await ChangeAsync(town, id, new RequestChange { Time = new WantedTime.At(Said(to)) })).Visits;
}
