using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Notifications;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Requests.Series;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Volunteers;

public sealed class A_volunteer_s_absence
{
    [Theory, EachDatabase]
    public async Task Reopens_each_of_her_visits_in_it_and_tells_who_was_to_be_visited(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, marcel, anne) = (await town.BeneficiaryAsync(), await town.BeneficiaryAsync("Marcel"), await town.VolunteerAsync());
        var today = await town.PlansAsync(await town.AsksForHelpAsync(yvonne, "2026-11-30T10:00"), anne);
        var thursday = await town.PlansAsync(await town.AsksForHelpAsync(marcel, "2026-12-03T10:00"), anne);
        var after = await town.PlansAsync(await town.AsksForHelpAsync(marcel, "2026-12-10T10:00"), anne);

        var recorded = Assert.IsType<AbsenceOutcome.Recorded>(await RecordAsync(town, anne, "2026-11-30", "2026-12-05"));

        Assert.Equal([today, thursday], recorded.Reopened);
        Assert.Equal((VisitState.CancelledByVolunteer, VisitState.Planned), ((await town.VisitAsync(thursday)).State, (await town.VisitAsync(after)).State));
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(yvonne), MessageKind.VisitCancelledToBeneficiary));
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(marcel), MessageKind.VisitCancelledToBeneficiary));
        Assert.Equal(anne, (await town.DutyListAsync(AttentionReasons.AbsenceReplacements)).Single().VolunteerId);
        Assert.Equal(today, (await town.DutyListAsync(AttentionReasons.VisitWithoutVolunteer)).Single().VisitId);       // in an hour: no time for waves
    }

    [Theory, EachDatabase]
    public async Task Is_one_screen_ticked_and_sent_once(Database database)
    {
        var validated = new List<(HelpRequestId, VolunteerId)>();
        var paul = default(VolunteerId);
        await using var town = await Town.OnAsync(database, more: services =>
        {
            services.AddScoped<BestCandidates>(_ => (_, take, _) => Task.FromResult<IReadOnlyList<ReplacementCandidate>>([new(paul, "Paul E.", 10, 0.6)]));
            services.AddScoped<ValidateOrderedList>(_ => (request, ordered, _, _) =>
            {
                validated.Add((request, ordered[0]));
                return Task.FromResult(true);
            });
        });
        var (anne, yvonne) = (await town.VolunteerAsync("Anne"), await town.BeneficiaryAsync());
        paul = await town.VolunteerAsync("Paul");
        var first = await town.AsksForHelpAsync(yvonne, "2026-12-03T10:00");
        var second = await town.AsksForHelpAsync(yvonne, "2026-12-04T10:00");
        await town.PlansAsync(first, anne);
        await town.PlansAsync(second, anne);
        var absence = Assert.IsType<AbsenceOutcome.Recorded>(await RecordAsync(town, anne, "2026-12-01", "2026-12-05")).Absence;
        await town.PlansAsync(second, paul);

        var screen = await town.DoAsync((AbsenceReplacements replacements) => replacements.ReadAsync(absence, Ct));

        Assert.Equal([(first, RequestState.Open, "Yvonne E.", 1), (second, RequestState.Matched, "Yvonne E.", 0)],
            screen!.Select(r => (r.Request, r.State, r.Beneficiary, r.Candidates.Count)));
        var sent = await town.DoAsync((SendReplacements send) => send.RunAsync(absence, [new(first, [paul]), new(first, [paul])], town.Coordinator, Ct));
        Assert.Equal([first], sent.Asked);
        Assert.Equal([(first, paul)], validated);
        Assert.Empty(await town.DutyListAsync(AttentionReasons.AbsenceReplacements));
        Assert.Null(await town.DoAsync((AbsenceReplacements replacements) => replacements.ReadAsync(new VolunteerAbsenceId(Guid.NewGuid()), Ct)));
    }

    [Theory, EachDatabase]
    public async Task Gives_the_series_back_to_her_at_her_return(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var series = await A_series.StartAsync(town, await town.BeneficiaryAsync(), s => s with { Main = anne, Second = paul });
        await A_series.CreateAsync(town);

        var recorded = Assert.IsType<AbsenceOutcome.Recorded>(await RecordAsync(town, anne, "2026-12-08", "2026-12-31"));
        town.ItIs("2026-12-14T09:00");
        await A_series.CreateAsync(town);

        Assert.Equal(3, recorded.Reopened.Count);
        Assert.Equal(
            [(RequestState.Matched, anne), (RequestState.Open, paul), (RequestState.Open, paul), (RequestState.Open, paul), (RequestState.Open, paul), (RequestState.Matched, anne)],
            (await A_series.InstancesAsync(town, series)).Select(r => (r.State, r.AskFirst!.Value)));
    }

    [Theory, EachDatabase]
    public async Task Ends_earlier_when_she_says_so(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var absence = Assert.IsType<AbsenceOutcome.Recorded>(await RecordAsync(town, anne, "2026-12-01", "2026-12-31")).Absence;

        Assert.True(await town.DoAsync((EndAbsence end) => end.RunAsync(absence, Day("2026-12-06"), town.Coordinator, Ct)));
        Assert.False(await town.DoAsync((EndAbsence end) => end.RunAsync(absence, Day("2026-12-20"), town.Coordinator, Ct)));
        var series = await A_series.StartAsync(town, await town.BeneficiaryAsync(), s => s with { Main = anne });
        await A_series.CreateAsync(town);

        Assert.Equal([RequestState.Open, RequestState.Matched], (await A_series.InstancesAsync(town, series)).Take(2).Select(r => r.State));
        Assert.Equal(FieldProblem.EndBeforeBeginning, Assert.IsType<AbsenceOutcome.Refused>(await RecordAsync(town, anne, "2026-12-08", "2026-12-07")).Errors.Single().Problem);
    }

    private static Task<AbsenceOutcome> RecordAsync(Town town, VolunteerId who, string from, string until) =>
        town.DoAsync((RecordAbsence record) => record.RunAsync(who, Day(from), Day(until), "grippe", town.Coordinator, Ct));
}
