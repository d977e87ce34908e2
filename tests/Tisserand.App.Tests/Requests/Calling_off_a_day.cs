using Tisserand.App.Notifications;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Requests;

public sealed class Calling_off_a_day
{
    [Theory, EachDatabase]
    public async Task What_was_previewed_is_what_happens_and_both_sides_are_told(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(yvonne, "2026-12-03T10:00"), anne);
        var open = await town.AsksForHelpAsync(yvonne, "2026-12-03T16:00");
        var other = await town.PlansAsync(await town.AsksForHelpAsync(yvonne, "2026-12-04T10:00"), anne);

        var preview = await town.DoAsync((CallOffDayPreview look) => look.ReadAsync(town.Territory, Day("2026-12-03"), Ct));
        Assert.Equal((visit, MessageChannel.Sms, MessageChannel.Call), (preview.Visits.Single().Visit, preview.Visits[0].VolunteerBy, preview.Visits[0].BeneficiaryBy));
        Assert.Equal(1, preview.OpenRequests);
        Assert.Equal(VisitState.Planned, (await town.VisitAsync(visit)).State);

        Assert.Equal(new DayOffOutcome.CalledOff(1, 2, 0), await CallOffAsync(town, "2026-12-03", "alerte neige"));

        Assert.Equal((VisitState.CancelledByBeneficiary, VisitState.Planned), ((await town.VisitAsync(visit)).State, (await town.VisitAsync(other)).State));
        Assert.Equal(EndReason.DayCalledOff, (await town.RequestAsync(open)).EndReason);
        foreach (var person in new[] { await town.PersonOfAsync(anne), await town.PersonOfAsync(yvonne) })
            Assert.Contains("alerte neige", (await town.MessagesToAsync(person, MessageKind.DayCalledOff)).Single().Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_can_wait_for_another_day_waits(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        var later = await SpanAsync(town, yvonne, "2026-12-03T09:00", "2026-12-05T18:00");
        var earlier = await SpanAsync(town, yvonne, "2026-12-01T09:00", "2026-12-03T18:00");
        var visit = await town.PlansAsync(later, await town.VolunteerAsync());

        Assert.Equal(new DayOffOutcome.CalledOff(1, 0, 2), await CallOffAsync(town, "2026-12-03", "inondation"));

        var (a, b) = (await town.RequestAsync(later), await town.RequestAsync(earlier));
        Assert.Equal((RequestState.Open, Local("2026-12-04T09:00"), Local("2026-12-05T18:00")), (a.State, a.EarliestStart, a.LatestStart));
        Assert.Equal((RequestState.Open, Local("2026-12-01T09:00"), Local("2026-12-02T18:00")), (b.State, b.EarliestStart, b.LatestStart));
        Assert.Equal(VisitEndReasons.DayCalledOff, (await town.VisitAsync(visit)).EndReason);
    }

    [Theory, EachDatabase]
    public async Task A_day_that_has_passed_or_no_reason_is_refused(Database database)
    {
        await using var town = await Town.OnAsync(database);

        Assert.Equal(new FieldError("day", FieldProblem.TimePassed), Assert.IsType<DayOffOutcome.Refused>(await CallOffAsync(town, "2026-11-29", "neige")).Errors.Single());
        Assert.Equal(new FieldError("reason", FieldProblem.Missing), Assert.IsType<DayOffOutcome.Refused>(await CallOffAsync(town, "2026-12-03", " ")).Errors.Single());
    }

    private static Task<DayOffOutcome> CallOffAsync(Town town, string day, string reason) =>
        town.DoAsync((CallOffDay off) => off.RunAsync(town.Territory, Day(day), reason, town.Coordinator, Ct));

    private static async Task<HelpRequestId> SpanAsync(Town town, App.Beneficiaries.BeneficiaryId who, string from, string until)
    {
        var call = new CapturedCall(Guid.NewGuid(), who, new NeedInput { NeedType = "courses", Time = new WantedTime.Between(Said(from), Said(until)) });
        return Assert.IsType<CaptureOutcome.Captured>(await town.DoAsync((CaptureRequest c) => c.RunAsync(call, town.Coordinator, Ct))).Ids.Request;
    }
}
