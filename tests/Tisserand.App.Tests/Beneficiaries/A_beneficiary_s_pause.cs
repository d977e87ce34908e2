using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Tests.Requests.Series;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Beneficiaries;

public sealed class A_beneficiary_s_pause
{
    [Theory, EachDatabase]
    public async Task Rests_what_lies_in_it_frees_the_volunteers_and_leaves_the_series(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne, paul) = (await town.BeneficiaryAsync(), await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var series = await A_series.StartAsync(town, yvonne, s => s with { Main = anne });
        await A_series.CreateAsync(town);
        var shopping = await town.AsksForHelpAsync(yvonne, "2026-12-09T10:00");
        var visit = await town.PlansAsync(shopping, paul);
        var later = await town.AsksForHelpAsync(yvonne, "2026-12-20T10:00");

        var paused = Assert.IsType<PauseOutcome.Paused>(await PauseAsync(town, yvonne, "2026-12-01", "2026-12-15"));

        Assert.Equal((3, 3), (paused.Requests, paused.Visits));
        Assert.Equal((RequestState.Cancelled, EndReason.Pause), ((await town.RequestAsync(shopping)).State, (await town.RequestAsync(shopping)).EndReason));
        Assert.Equal((VisitState.CancelledByBeneficiary, "pause"), ((await town.VisitAsync(visit)).State, (await town.VisitAsync(visit)).EndReason));
        Assert.Equal(RequestState.Open, (await town.RequestAsync(later)).State);
        Assert.Equal([RequestState.Cancelled, RequestState.Cancelled, RequestState.Matched, RequestState.Matched], (await A_series.InstancesAsync(town, series)).Select(r => r.State));
        Assert.Equal(SeriesState.Active, (await town.LookAsync(db => Task.FromResult(db.RecurringNeeds.Single()))).State);
        foreach (var volunteer in new[] { anne, paul })
        {
            var told = (await town.MessagesToAsync(await town.PersonOfAsync(volunteer), MessageKind.VisitCancelledToVolunteer)).Single();
            Assert.DoesNotContain("hospit", told.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, EachDatabase]
    public async Task Ends_with_a_question_on_the_day_of_return_asked_once_on_her_telephone(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        await PauseAsync(town, yvonne, "2026-11-30", "2026-12-15");
        await LookAsync(town, "2026-12-15T09:00");
        Assert.Empty(await town.MessagesToAsync(await town.PersonOfAsync(yvonne)));

        await LookAsync(town, "2026-12-16T09:00");
        await LookAsync(town, "2026-12-16T09:01");

        var question = (await town.MessagesToAsync(await town.PersonOfAsync(yvonne))).Single();
        Assert.Equal((MessageKind.PauseReturnQuestion, MessageChannel.Call), (question.Kind, question.Channel));
        Assert.Contains("mercredi 16 décembre", question.Body, StringComparison.Ordinal);
        Assert.Equal(yvonne, (await town.DutyListAsync(AttentionReasons.PauseReturn)).Single().BeneficiaryId);
    }

    [Theory, EachDatabase]
    public async Task After_her_yes_her_series_goes_on_and_the_question_is_settled(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        var series = await A_series.StartAsync(town, yvonne, s => s with { Main = anne });
        await A_series.CreateAsync(town);
        await PauseAsync(town, yvonne, "2026-11-30", "2026-12-15");
        await LookAsync(town, "2026-12-16T09:00");

        Assert.IsType<ReturnOutcome.Back>(await ResumeAsync(town, yvonne));
        await A_series.CreateAsync(town);

        Assert.Empty(await town.DutyListAsync());
        Assert.Equal(
            [(Day("2026-12-03"), RequestState.Cancelled), (Day("2026-12-10"), RequestState.Cancelled), (Day("2026-12-17"), RequestState.Matched),
                (Day("2026-12-24"), RequestState.Matched), (Day("2026-12-31"), RequestState.Matched), (Day("2027-01-07"), RequestState.Matched)],
            (await A_series.InstancesAsync(town, series)).Select(r => (r.OccurrenceDate!.Value, r.State)));
        Assert.IsType<ReturnOutcome.NotAway>(await ResumeAsync(town, yvonne));
    }

    [Theory, EachDatabase]
    public async Task Back_earlier_what_rested_and_can_still_be_served_is_open_again(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne, paul) = (await town.BeneficiaryAsync(), await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var series = await A_series.StartAsync(town, yvonne, s => s with { Main = anne });
        var shopping = await town.AsksForHelpAsync(yvonne, "2026-12-09T10:00");
        await town.PlansAsync(shopping, paul);
        await A_series.CreateAsync(town);
        await PauseAsync(town, yvonne, "2026-12-01", null);
        town.ItIs("2026-12-05T09:00");

        var back = Assert.IsType<ReturnOutcome.Back>(await ResumeAsync(town, yvonne));

        Assert.Equal((4, 3), (back.Requests, back.Visits));
        Assert.Equal((RequestState.Open, paul), ((await town.RequestAsync(shopping)).State, (await town.RequestAsync(shopping)).AskFirst));
        Assert.Equal([RequestState.Cancelled, RequestState.Matched, RequestState.Matched, RequestState.Matched], (await A_series.InstancesAsync(town, series)).Select(r => r.State));
    }

    [Theory, EachDatabase]
    public async Task Begins_on_its_first_day_and_can_be_made_longer(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        var first = Assert.IsType<PauseOutcome.Paused>(await PauseAsync(town, yvonne, "2026-12-02", "2026-12-05"));
        await LookAsync(town, "2026-12-01T09:00");
        Assert.Equal(PersonState.Active, await StateAsync(town));
        await LookAsync(town, "2026-12-02T00:05");
        Assert.Equal(PersonState.Paused, await StateAsync(town));

        var longer = Assert.IsType<PauseOutcome.Paused>(await PauseAsync(town, yvonne, "2026-12-04", "2026-12-20"));
        await LookAsync(town, "2026-12-06T09:00");

        Assert.Equal(first.Pause, longer.Pause);
        Assert.Empty(await town.MessagesToAsync(await town.PersonOfAsync(yvonne)));
        Assert.Equal(new FieldError("until", FieldProblem.EndBeforeBeginning), Assert.IsType<PauseOutcome.Refused>(await PauseAsync(town, yvonne, "2026-12-20", "2026-12-10")).Errors.Single());
    }

    private static Task<PauseOutcome> PauseAsync(Town town, BeneficiaryId who, string from, string? until) => town.DoAsync((PauseBeneficiary pause) =>
        pause.RunAsync(who, Day(from), until is null ? null : Day(until), "hospitalisation", town.Coordinator, Ct));

    private static Task<ReturnOutcome> ResumeAsync(Town town, BeneficiaryId who) => town.DoAsync((ResumeBeneficiary resume) => resume.RunAsync(who, town.Coordinator, Ct));

    private static async Task LookAsync(Town town, string at)
    {
        town.ItIs(at);
        await town.DoAsync((ReturnsDue due) => due.RunDueAsync(town.Now, Ct));
    }

    private static Task<PersonState> StateAsync(Town town) => town.LookAsync(db => Task.FromResult(db.Beneficiaries.Single().State));
}
