using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Requests;

public sealed class Asking_online
{
    [Theory, EachDatabase]
    public async Task A_stranger_s_request_stays_a_draft_until_somebody_has_called_her(Database database)
    {
        await using var town = await Town.OnAsync(database);

        var id = await AskAsync(town, Stranger());

        var draft = await town.RequestAsync(id);
        Assert.Equal((RequestState.Draft, null, null), (draft.State, draft.BeneficiaryId, draft.NextStepAt));
        Assert.Equal("Odette Essai", App.Requests.Stranger.FromJson(draft.StrangerContact)!.Name);
        Assert.Equal((AttentionReasons.DraftToCall, id), ((await town.DutyListAsync()).Single().Reason, (await town.DutyListAsync()).Single().RequestId));
        Assert.Equal(0, await town.LookAsync(db => Task.FromResult(db.OutgoingMessages.Count())));
    }

    [Theory, EachDatabase]
    public async Task A_known_number_attaches_the_draft_and_its_owner_hears_of_it(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync("Yvonne", "+33299711234");

        var draft = await town.RequestAsync(await AskAsync(town, Stranger() with { Phone = "02 99 71 12 34", AsksFor = null }));

        Assert.Equal((RequestState.Draft, yvonne), (draft.State, draft.BeneficiaryId));
        Assert.Equal(MessageKind.RequestReceived, (await town.MessagesToAsync(await town.PersonOfAsync(yvonne))).Single().Kind);
    }

    [Theory, EachDatabase]
    public async Task A_number_that_two_people_share_decides_nothing(Database database)
    {
        await using var town = await Town.OnAsync(database);
        await town.BeneficiaryAsync("Yvonne", "+33299711234");
        await town.BeneficiaryAsync("Marcel", "+33299711234");

        Assert.Null((await town.RequestAsync(await AskAsync(town, Stranger() with { Phone = "02 99 71 12 34", AsksFor = null }))).BeneficiaryId);
    }

    [Theory, EachDatabase]
    public async Task The_number_of_somebody_who_asks_for_another_does_not_say_who_is_helped(Database database)
    {
        await using var town = await Town.OnAsync(database);
        await town.BeneficiaryAsync("Yvonne", "+33299711234");

        Assert.Null((await town.RequestAsync(await AskAsync(town, Stranger() with { Phone = "02 99 71 12 34", AsksFor = "ma voisine Odette" }))).BeneficiaryId);
    }

    [Theory, EachDatabase]
    public async Task Without_a_way_to_answer_her_it_is_not_taken(Database database)
    {
        await using var town = await Town.OnAsync(database);

        var refused = await TryAsync(town, Stranger() with { Phone = "12", Email = "odette@", Name = " " });

        Assert.Equal(
            [new("name", FieldProblem.Missing), new("phone", FieldProblem.NotAPhone), new("email", FieldProblem.NotAnEmail)],
            Assert.IsType<AskOutcome.Refused>(refused).Errors);
        Assert.Equal(new FieldError("phone", FieldProblem.Missing), Assert.IsType<AskOutcome.Refused>(await TryAsync(town, Stranger() with { Phone = null })).Errors.Single());
    }

    [Theory, EachDatabase]
    public async Task Once_she_was_called_it_opens_and_leaves_the_list(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (id, odette) = (await AskAsync(town, Stranger()), await town.BeneficiaryAsync("Odette"));
        var corrected = new NeedInput { NeedType = "courses.pharmacie", Time = new WantedTime.At(Said("2026-12-04T15:00")) };

        Assert.IsType<ConfirmOutcome.Opened>(await ConfirmAsync(town, id, odette, corrected));

        var request = await town.RequestAsync(id);
        Assert.Equal((RequestState.Open, odette, "courses.pharmacie", null), (request.State, request.BeneficiaryId, request.NeedType, request.StrangerContact));
        Assert.Equal(Local("2026-12-04T15:00"), request.EarliestStart);
        Assert.Empty(await town.DutyListAsync());
        Assert.Equal(RequestState.Open, Assert.IsType<ConfirmOutcome.NotADraft>(await ConfirmAsync(town, id, odette, null)).State);
    }

    [Theory, EachDatabase]
    public async Task Both_legs_of_a_trip_open_together(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var odette = await town.BeneficiaryAsync("Odette");
        var trip = new NeedInput
        {
            NeedType = "transport.medical", Time = new WantedTime.Appointment(Said("2026-12-03T10:00"), null),
            Trip = new WantedTrip.TwoLegs(null), Destination = new WantedDestination(Bains),
        };
        var ids = Assert.IsType<AskOutcome.Received>(await town.DoAsync((AskOnline ask) => ask.RunAsync(new OnlineRequest(Guid.NewGuid(), Stranger(), trip), Ct))).Ids;

        var opened = Assert.IsType<ConfirmOutcome.Opened>(await ConfirmAsync(town, ids.Request, odette, null));

        Assert.Equal(ids, opened.Ids);
        Assert.Equal(RequestState.Open, (await town.RequestAsync(ids.ReturnLeg!.Value)).State);
    }

    [Theory, EachDatabase]
    public async Task Whatever_trip_was_typed_what_the_call_corrects_is_what_opens(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var odette = await town.BeneficiaryAsync("Odette");
        WantedTrip[] typed = [new WantedTrip.Simple(), new WantedTrip.ReturnWithWaiting(), new WantedTrip.TwoLegs(null)];
        foreach (var before in typed)
        {
            foreach (var after in typed)
            {
                var asked = Trip("2026-12-03T10:00", Bains, before);
                var ids = Assert.IsType<AskOutcome.Received>(await town.DoAsync((AskOnline ask) => ask.RunAsync(new OnlineRequest(Guid.NewGuid(), Stranger(), asked), Ct))).Ids;

                var opened = Assert.IsType<ConfirmOutcome.Opened>(await ConfirmAsync(town, ids.Request, odette, Trip("2026-12-04T15:00", Redon, after))).Ids;

                var there = await town.RequestAsync(opened.Request);
                Assert.Equal((RequestState.Open, Local("2026-12-04T15:00"), Redon, odette), (there.State, there.AppointmentAt, there.DestinationInsee, there.BeneficiaryId));
                Assert.Equal(after is WantedTrip.TwoLegs, opened.ReturnLeg is not null);
                if (opened.ReturnLeg is { } leg)
                {
                    var back = await town.RequestAsync(leg);
                    Assert.Equal((RequestState.Open, TripKind.ReturnLeg, Redon, there.Id, odette), (back.State, back.Trip, back.PlaceInsee, back.OtherLegId, back.BeneficiaryId));
                    Assert.True(back.EarliestStart > there.AppointmentAt);
                    Assert.Equal((TripKind.OutwardLeg, back.Id), (there.Trip, there.OtherLegId));
                }
                else
                {
                    Assert.Equal((after is WantedTrip.Simple ? TripKind.Simple : TripKind.ReturnWithWaiting, null), (there.Trip, there.OtherLegId));
                    if (ids.ReturnLeg is { } gone) Assert.Equal((RequestState.Cancelled, EndReason.NoLongerWanted), ((await town.RequestAsync(gone)).State, (await town.RequestAsync(gone)).EndReason));
                }
            }
        }

        Assert.Empty(await town.DutyListAsync());
    }

    [Theory, EachDatabase]
    public async Task A_way_back_refused_before_the_call_opens_when_the_call_wants_it(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var odette = await town.BeneficiaryAsync("Odette");
        var trip = Trip("2026-12-03T10:00", Bains, new WantedTrip.TwoLegs(null));
        var ids = Assert.IsType<AskOutcome.Received>(await town.DoAsync((AskOnline ask) => ask.RunAsync(new OnlineRequest(Guid.NewGuid(), Stranger(), trip), Ct))).Ids;
        await town.DoAsync((CancelRequest cancel) => cancel.RunAsync(ids.ReturnLeg!.Value, new Cancellation(EndReason.DoneByOthers), town.Coordinator, Ct));

        Assert.Equal(ids, Assert.IsType<ConfirmOutcome.Opened>(await ConfirmAsync(town, ids.Request, odette, trip)).Ids);
        Assert.Equal(RequestState.Open, (await town.RequestAsync(ids.ReturnLeg!.Value)).State);
    }

    [Theory, EachDatabase]
    public async Task A_draft_whose_time_has_passed_is_not_opened(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (id, odette) = (await AskAsync(town, Stranger()), await town.BeneficiaryAsync("Odette"));
        town.ItIs("2026-12-05T09:00");

        Assert.Equal(FieldProblem.TimePassed, Assert.IsType<ConfirmOutcome.Refused>(await ConfirmAsync(town, id, odette, null)).Errors.Single().Problem);
        Assert.Equal(RequestState.Draft, (await town.RequestAsync(id)).State);
    }

    [Theory, EachDatabase]
    public async Task A_refusal_says_to_whom_she_was_sent_and_can_be_undone(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var id = await AskAsync(town, Stranger());
        Task<CancelOutcome> RefuseAsync(string? note) =>
            town.DoAsync((CancelRequest cancel) => cancel.RunAsync(id, new Cancellation(EndReason.OutOfScope, note), town.Coordinator, Ct));

        Assert.Equal(new FieldError("note", FieldProblem.Missing), Assert.IsType<CancelOutcome.Refused>(await RefuseAsync(" ")).Errors.Single());
        Assert.IsType<CancelOutcome.Cancelled>(await RefuseAsync("le CCAS"));
        Assert.Equal((RequestState.Cancelled, "le CCAS"), ((await town.RequestAsync(id)).State, (await town.RequestAsync(id)).EndNote));
        Assert.Empty(await town.DutyListAsync());

        Assert.IsType<ResumeOutcome.Resumed>(await town.DoAsync((ResumeRequest resume) => resume.RunAsync(id, town.Coordinator, Ct)));
        Assert.Equal(RequestState.Draft, (await town.RequestAsync(id)).State);
    }

    private static NeedInput Trip(string appointment, string to, WantedTrip trip) => new()
    {
        NeedType = "transport.medical", Time = new WantedTime.Appointment(Said(appointment), null), Trip = trip, Destination = new WantedDestination(to, "1 place des Essais"),
    };

    private static Stranger Stranger() => new("Odette Essai", "06 39 98 01 99", null, "ma mère", Town.Redon, "2 rue des Essais");

    private static Task<AskOutcome> TryAsync(Town town, Stranger who) => town.DoAsync((AskOnline ask) => ask.RunAsync(
        new OnlineRequest(Guid.NewGuid(), who, new NeedInput { NeedType = "courses", Time = new WantedTime.Between(Said("2026-12-03T09:00"), Said("2026-12-03T12:00")) }), Ct));

    private static async Task<HelpRequestId> AskAsync(Town town, Stranger who) => Assert.IsType<AskOutcome.Received>(await TryAsync(town, who)).Ids.Request;

    private static Task<ConfirmOutcome> ConfirmAsync(Town town, HelpRequestId id, BeneficiaryId who, NeedInput? corrected) =>
        town.DoAsync((ConfirmDraft confirm) => confirm.RunAsync(id, who, corrected, town.Coordinator, Ct));
}
