using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Requests;

public sealed class Noting_a_call
{
    private static readonly WantedDestination Hospital = new("35236", "8 avenue des Essais");

    [Theory, EachDatabase]
    public async Task It_is_open_at_once_with_the_long_duration_and_the_notice_of_its_type(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();

        var request = await town.RequestAsync(await town.AsksForHelpAsync(yvonne, "2026-12-03T10:00", "visite"));

        Assert.Equal((RequestState.Open, 60, 120, 240), (request.State, request.UsualMinutes, request.BookedMinutes, request.NoticeMinutes));
        Assert.Equal(Local("2026-12-03T10:00"), request.EarliestStart);
        Assert.Equal(town.Now, request.NextStepAt);
        Assert.Equal((Town.Redon, true), (request.PlaceInsee, request.OneAtATime));
        Assert.NotNull(request.PlaceStreet);
    }

    [Theory, EachDatabase]
    public async Task Sent_twice_it_is_one_request(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var call = Call(await town.BeneficiaryAsync(), new WantedTime.At(Said("2026-12-03T10:00")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.DoAsync((CaptureRequest c) => c.RunAsync(call, town.Coordinator, Ct))));

        Assert.Single(answers.Select(a => Assert.IsType<CaptureOutcome.Captured>(a).Ids).Distinct());
        Assert.Equal(1, await town.LookAsync(db => db.HelpRequests.CountAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task A_trip_in_two_legs_is_two_linked_requests_each_with_its_own_places(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var call = Call(await town.BeneficiaryAsync(insee: Bains), new WantedTime.Appointment(Said("2026-12-03T10:00"), null), "transport.medical",
            new WantedTrip.TwoLegs(null), Hospital);

        var ids = Assert.IsType<CaptureOutcome.Captured>(await town.DoAsync((CaptureRequest c) => c.RunAsync(call, town.Coordinator, Ct))).Ids;
        var (outward, back) = (await town.RequestAsync(ids.Request), await town.RequestAsync(ids.ReturnLeg!.Value));

        Assert.Equal((TripKind.OutwardLeg, ids.ReturnLeg), (outward.Trip, outward.OtherLegId));
        Assert.Equal((TripKind.ReturnLeg, ids.Request), (back.Trip, back.OtherLegId));
        Assert.Equal((Bains, Town.Redon, Town.Redon, Bains), (outward.PlaceInsee, outward.DestinationInsee, back.PlaceInsee, back.DestinationInsee));
        Assert.Equal(Local("2026-12-03T10:00"), outward.AppointmentAt);
        Assert.True(outward.EarliestStart < Local("2026-12-03T09:50"), "she is fetched before the journey and some minutes");
        Assert.Equal((Local("2026-12-03T10:30"), Local("2026-12-03T13:30")), (back.EarliestStart, back.LatestStart));
        Assert.Equal(120, back.BookedMinutes);               // a leg waits for nobody: not the 210 minutes of the whole
        Assert.Equal(ids, Assert.IsType<CaptureOutcome.Captured>(await town.DoAsync((CaptureRequest c) => c.RunAsync(call, town.Coordinator, Ct))).Ids);
    }

    [Theory, EachDatabase]
    public async Task Every_mistake_is_said_and_nothing_is_stored(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var call = new CapturedCall(Guid.NewGuid(), await town.BeneficiaryAsync(), new NeedInput
        {
            NeedType = "voyage.lune", Time = new WantedTime.Between(Said("2026-11-28T12:00"), Said("2026-11-28T09:00")), People = 0,
            Place = new WantedPlace("99999"), Trip = new WantedTrip.Simple(),
        });

        var refused = Assert.IsType<CaptureOutcome.Refused>(await town.DoAsync((CaptureRequest c) => c.RunAsync(call, town.Coordinator, Ct)));

        Assert.Equal(
            [new("needType", FieldProblem.UnknownNeedType), new("people", FieldProblem.OutOfRange), new("place", FieldProblem.UnknownCommune),
                new("destination", FieldProblem.Missing), new("time", FieldProblem.LatestBeforeEarliest), new("time", FieldProblem.TimePassed)],
            refused.Errors);
        Assert.Equal(0, await town.LookAsync(db => db.HelpRequests.CountAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_opened_while_she_is_away(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        await town.DoAsync((PauseBeneficiary pause) => pause.RunAsync(yvonne, Day("2026-12-01"), Day("2026-12-05"), "chez son fils", town.Coordinator, Ct));

        var during = await town.DoAsync((CaptureRequest c) => c.RunAsync(Call(yvonne, new WantedTime.At(Said("2026-12-05T10:00"))), town.Coordinator, Ct));
        var after = await town.DoAsync((CaptureRequest c) => c.RunAsync(Call(yvonne, new WantedTime.At(Said("2026-12-06T10:00"))), town.Coordinator, Ct));

        Assert.Equal(new FieldError("time", FieldProblem.InHerPause), Assert.IsType<CaptureOutcome.Refused>(during).Errors.Single());
        Assert.IsType<CaptureOutcome.Captured>(after);
    }

    [Theory, EachDatabase]
    public async Task A_consent_that_was_heard_stands_in_the_ledger(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var call = Call(await town.BeneficiaryAsync(), new WantedTime.At(Said("2026-12-03T10:00"))) with { ConsentWording = "telephone/1" };

        await town.DoAsync((CaptureRequest c) => c.RunAsync(call, town.Coordinator, Ct));

        var entry = await town.LookAsync(db => db.ConsentEntries.SingleAsync(Ct));
        Assert.Equal(("telephone/1", "phone", true, town.Coordinator.Account), (entry.Wording, entry.Channel, entry.Given, entry.HeardBy));
    }

    [Fact]
    public void A_need_that_is_read_begins_in_time_and_books_at_least_what_people_are_told()
    {
        var now = Local("2026-11-30T09:00");
        foreach (var type in Taxonomy.Shipped.NeedTypes)
        {
            foreach (var trip in new WantedTrip[] { new WantedTrip.None(), new WantedTrip.Simple(), new WantedTrip.ReturnWithWaiting(), new WantedTrip.TwoLegs(null) })
            {
                var input = new NeedInput { NeedType = type.Code, Time = new WantedTime.Appointment(Said("2026-12-03T10:00"), null), Trip = trip, Destination = Hospital };
                var read = Assert.IsType<NeedReading.Read>(NeedReading.Of(input, Taxonomy.Shipped, new WantedPlace(Bains), now));
                Assert.Equal(trip is WantedTrip.TwoLegs ? 2 : 1, read.Legs.Count);
                Assert.All(read.Legs, leg => Assert.True(leg.Time.Earliest <= leg.Time.Latest && leg.UsualMinutes <= leg.BookedMinutes && leg.BookedMinutes <= type.LongMinutes));
                Assert.True(read.Legs[0].Time.Earliest <= read.Legs[^1].Time.Earliest);
            }
        }
    }

    [Theory]
    [InlineData("2026-11-30T08:59", FieldProblem.TimePassed)]
    [InlineData("2028-11-30T08:59", FieldProblem.TooFarAhead)]
    public void A_time_that_cannot_be_is_refused(string at, FieldProblem problem)
    {
        var input = new NeedInput { NeedType = "courses", Time = new WantedTime.At(Said(at)) };

        Assert.Equal([new FieldError("time", problem)], Assert.IsType<NeedReading.Refused>(
            NeedReading.Of(input, Taxonomy.Shipped, new WantedPlace(Bains), Local("2026-11-30T09:00"))).Errors);
    }

    [Fact]
    public void A_return_before_the_appointment_is_refused()
    {
        var input = new NeedInput
        {
            NeedType = "transport.medical", Destination = Hospital, Time = new WantedTime.Appointment(Said("2026-12-03T10:00"), Said("2026-12-03T10:30")),
            Trip = new WantedTrip.TwoLegs(new WantedTime.At(Said("2026-12-03T09:00"))),
        };
        var read = (NeedReading.Refused)NeedReading.Of(input, Taxonomy.Shipped, new WantedPlace(Bains), Local("2026-11-30T09:00"));
        Assert.Equal([new FieldError("time", FieldProblem.PickUpAfterAppointment)], read.Errors);

        read = (NeedReading.Refused)NeedReading.Of(input with { Time = new WantedTime.Appointment(Said("2026-12-03T10:00"), null) }, Taxonomy.Shipped, new WantedPlace(Bains), Local("2026-11-30T09:00"));
        Assert.Equal([new FieldError("return", FieldProblem.ReturnBeforeOutward)], read.Errors);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public void Every_problem_has_its_sentence(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var sentences = Enum.GetValues<FieldProblem>().Select(p => new FieldError("x", p).Sentence(culture)).ToList();

        Assert.All(sentences, s => Assert.EndsWith(".", s));
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.Equal(language == "en-GB", sentences[0].StartsWith("This", StringComparison.Ordinal));
    }

    private static CapturedCall Call(BeneficiaryId who, WantedTime time, string needType = "courses", WantedTrip? trip = null, WantedDestination? to = null) =>
        new(Guid.NewGuid(), who, new NeedInput { NeedType = needType, Time = time, Trip = trip ?? new WantedTrip.None(), Destination = to });
}
