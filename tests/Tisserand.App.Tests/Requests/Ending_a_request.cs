using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Requests;

public sealed class Ending_a_request
{
    [Theory, EachDatabase]
    public async Task Its_visit_is_cancelled_its_proposals_withdrawn_and_the_volunteer_told(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync(), people: 2);
        var visit = await town.PlansAsync(id, anne);
        await town.NotifiesAsync(id, paul);

        var ended = Assert.IsType<CancelOutcome.Cancelled>(await CancelAsync(town, id, EndReason.DoneByOthers));

        Assert.Equal([visit], ended.Freed);
        var request = await town.RequestAsync(id);
        Assert.Equal((RequestState.Cancelled, EndReason.DoneByOthers, 0, null), (request.State, request.EndReason, request.PlacesTaken, request.NextStepAt));
        Assert.Equal(VisitState.CancelledByBeneficiary, request.Visits.Single().State);
        Assert.All(request.Proposals, p => Assert.Equal(ProposalState.Withdrawn, p.State));
        var told = await town.MessagesToAsync(await town.PersonOfAsync(anne));
        Assert.Equal(MessageState.Expired, told.Single(m => m.Kind == MessageKind.VisitAgreedVolunteer).State);
        var cancelled = told.Single(m => m.Kind == MessageKind.VisitCancelledToVolunteer);
        Assert.Equal((MessageState.Waiting, MessageChannel.Sms, town.Now + NodaTime.Duration.FromSeconds(60)), (cancelled.State, cancelled.Channel, cancelled.NotBefore));
        Assert.IsType<AcceptOutcome.TooLate>(await town.SaysYesAsync(request.Proposals.Single(p => p.VolunteerId == paul).Id, paul));
    }

    [Theory, EachDatabase]
    public async Task She_is_told_when_somebody_else_cancelled_for_her(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        var id = await town.AsksForHelpAsync(yvonne);
        await town.PlansAsync(id, await town.VolunteerAsync());

        await town.DoAsync((CancelRequest cancel) => cancel.RunAsync(id, new Cancellation(EndReason.Duplicate, "celle de lundi", SheKnows: false), town.Coordinator, Ct));

        Assert.Equal(MessageChannel.Call, (await town.MessagesToAsync(await town.PersonOfAsync(yvonne), MessageKind.VisitCancelledToBeneficiary)).Single().Channel);
    }

    [Theory, EachDatabase]
    public async Task One_leg_cancelled_alerts_for_the_other(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (trip, paul) = (await TripAsync(town), await town.VolunteerAsync("Paul"));
        await town.PlansAsync(trip.ReturnLeg!.Value, paul);

        var ended = Assert.IsType<CancelOutcome.Cancelled>(await CancelAsync(town, trip.Request, EndReason.DoneByOthers));

        Assert.Equal(trip.ReturnLeg, ended.LegThatStands);
        Assert.Equal(trip.ReturnLeg, (await town.DutyListAsync(AttentionReasons.OtherLegCancelled)).Single().RequestId);
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(paul), MessageKind.OtherLegCancelled));
        Assert.Equal(RequestState.Matched, (await town.RequestAsync(trip.ReturnLeg.Value)).State);

        Assert.IsType<ResumeOutcome.Resumed>(await ResumeAsync(town, trip.Request));
        Assert.Empty(await town.DutyListAsync(AttentionReasons.OtherLegCancelled));
        Assert.Equal(MessageState.TakenBack, (await town.MessagesToAsync(await town.PersonOfAsync(paul), MessageKind.OtherLegCancelled)).Single().State);
    }

    [Theory, EachDatabase]
    public async Task Both_legs_cancelled_together_alert_nobody(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var trip = await TripAsync(town);
        await town.PlansAsync(trip.ReturnLeg!.Value, await town.VolunteerAsync());

        await town.DoAsync((CancelRequest cancel) => cancel.RunAsync(trip.Request, new Cancellation(EndReason.NoLongerWanted, BothLegs: true), town.Coordinator, Ct));

        Assert.Equal(RequestState.Cancelled, (await town.RequestAsync(trip.ReturnLeg.Value)).State);
        Assert.Empty(await town.DutyListAsync());
    }

    [Theory, EachDatabase]
    public async Task Cancelled_twice_it_says_what_it_is(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await CancelAsync(town, id, EndReason.NoLongerWanted);

        Assert.Equal(RequestState.Cancelled, Assert.IsType<CancelOutcome.AlreadyEnded>(await CancelAsync(town, id, EndReason.NoLongerWanted)).State);
    }

    [Theory, EachDatabase]
    public async Task Nobody_found_is_unmet_and_she_is_told(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        var id = await town.AsksForHelpAsync(yvonne);

        await town.DoAsync((CancelRequest cancel) => cancel.RunAsync(id, new Cancellation(EndReason.NoVolunteer, SheKnows: false), town.Coordinator, Ct));

        Assert.Equal(RequestState.Unmet, (await town.RequestAsync(id)).State);
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(yvonne), MessageKind.RequestUnmet));
    }

    [Theory, EachDatabase]
    public async Task Undone_before_the_message_left_nothing_has_happened(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var visit = await town.PlansAsync(id, anne);
        await CancelAsync(town, id, EndReason.NoLongerWanted);

        Assert.Equal([visit], Assert.IsType<ResumeOutcome.Resumed>(await ResumeAsync(town, id)).StandAgain);

        var request = await town.RequestAsync(id);
        Assert.Equal((RequestState.Matched, 1, EndReason.None), (request.State, request.PlacesTaken, request.EndReason));
        Assert.Equal((VisitState.Planned, ProposalState.Accepted), (request.Visits.Single().State, request.Proposals.Single().State));
        Assert.Equal(MessageState.TakenBack, (await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitCancelledToVolunteer)).Single().State);
        await CancelAsync(town, id, EndReason.NoLongerWanted);
        Assert.Equal(2, (await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitCancelledToVolunteer)).Count);
    }

    [Theory, EachDatabase]
    public async Task Undone_after_the_volunteer_was_told_she_is_asked_first(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await town.PlansAsync(id, anne);
        await CancelAsync(town, id, EndReason.NoLongerWanted);
        await town.EverythingIsSentAsync();

        Assert.Empty(Assert.IsType<ResumeOutcome.Resumed>(await ResumeAsync(town, id)).StandAgain);

        var request = await town.RequestAsync(id);
        Assert.Equal((RequestState.Open, 0, anne, town.Now), (request.State, request.PlacesTaken, request.AskFirst, request.NextStepAt));
        Assert.Equal(VisitState.CancelledByBeneficiary, request.Visits.Single().State);
    }

    [Theory, EachDatabase]
    public async Task What_has_passed_is_not_resumed(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var id = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await CancelAsync(town, id, EndReason.NoLongerWanted);
        town.ItIs("2026-12-04T09:00");

        Assert.Equal(RequestState.Cancelled, Assert.IsType<ResumeOutcome.NotPossible>(await ResumeAsync(town, id)).State);
    }

    private static Task<CancelOutcome> CancelAsync(Town town, HelpRequestId id, EndReason reason) =>
        town.DoAsync((CancelRequest cancel) => cancel.RunAsync(id, new Cancellation(reason), town.Coordinator, Ct));

    private static Task<ResumeOutcome> ResumeAsync(Town town, HelpRequestId id) =>
        town.DoAsync((ResumeRequest resume) => resume.RunAsync(id, town.Coordinator, Ct));

    private static async Task<RequestIds> TripAsync(Town town)
    {
        var call = new CapturedCall(Guid.NewGuid(), await town.BeneficiaryAsync(), new NeedInput
        {
            NeedType = "transport.medical", Time = new WantedTime.Appointment(Said("2026-12-03T10:00"), null),
            Trip = new WantedTrip.TwoLegs(null), Destination = new WantedDestination(Bains),
        });
        return Assert.IsType<CaptureOutcome.Captured>(await town.DoAsync((CaptureRequest c) => c.RunAsync(call, town.Coordinator, Ct))).Ids;
    }
}
