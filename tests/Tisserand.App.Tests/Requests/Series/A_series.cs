using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Territories;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Requests.Series;

public sealed class A_series
{
    private static readonly LocalDate[] Thursdays = [Day("2026-12-03"), Day("2026-12-10"), Day("2026-12-17"), Day("2026-12-24")];

    [Theory, EachDatabase]
    public async Task Makes_its_requests_28_days_ahead_once_each_however_often_it_runs(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var series = await StartAsync(town, await town.BeneficiaryAsync());

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => CreateAsync(town)));
        await CreateAsync(town);

        var made = await InstancesAsync(town, series);
        Assert.Equal(Thursdays, made.Select(r => r.OccurrenceDate!.Value));
        Assert.All(made, r => Assert.Equal((RequestState.Open, RequestSource.Recurring, new LocalTime(14, 30)), (r.State, r.Source, r.EarliestStart.Local().TimeOfDay)));

        town.ItIs("2026-12-07T09:00");
        await CreateAsync(town);
        Assert.Equal([.. Thursdays, Day("2026-12-31")], (await InstancesAsync(town, series)).Select(r => r.OccurrenceDate!.Value));
    }

    [Theory, EachDatabase]
    public async Task Rests_on_holidays_when_asked_and_in_her_pauses_always(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        await town.DoAsync((PauseBeneficiary pause) => pause.RunAsync(yvonne, Day("2026-12-09"), Day("2026-12-11"), null, town.Coordinator, Ct));
        var every = await StartAsync(town, yvonne, s => s with { Rule = "FREQ=DAILY", NotOnPublicHolidays = true });
        var school = await StartAsync(town, yvonne, s => s with { NotInSchoolHolidays = true });

        await CreateAsync(town);

        var days = (await InstancesAsync(town, every)).Select(r => r.OccurrenceDate!.Value).ToList();
        Assert.Equal(29 - 3 - 1, days.Count);
        Assert.DoesNotContain(Day("2026-12-25"), days);
        Assert.DoesNotContain(Day("2026-12-10"), days);
        Assert.Equal([Day("2026-12-03"), Day("2026-12-17")], (await InstancesAsync(town, school)).Select(r => r.OccurrenceDate!.Value));
    }

    [Theory, EachDatabase]
    public async Task Is_its_main_volunteer_s_visits_without_a_new_question(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        var series = await StartAsync(town, yvonne, s => s with { Main = anne });

        await CreateAsync(town);

        var made = await InstancesAsync(town, series);
        Assert.All(made, r => Assert.Equal((RequestState.Matched, VisitState.Planned, anne), (r.State, r.Visits.Single().State, r.Visits.Single().VolunteerId)));
        Assert.All(made, r => Assert.Equal((ProposalState.Accepted, true, 0), (r.Proposals.Single().State, r.Proposals.Single().OutsideBudget, r.Proposals.Single().Wave)));
        var told = await town.MessagesToAsync(await town.PersonOfAsync(anne));
        Assert.Equal(MessageKind.SeriesAgreed, told.Single().Kind);
        Assert.Contains("chaque jeudi à 14 h 30", told.Single().Body, StringComparison.Ordinal);
        Assert.Equal(MessageKind.SeriesAgreed, (await town.MessagesToAsync(await town.PersonOfAsync(yvonne))).Single().Kind);
    }

    [Theory, EachDatabase]
    public async Task Asks_the_known_second_first_when_the_main_is_away_or_taken_and_comes_back_to_the_main(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        await town.DoAsync((RecordAbsence absence) => absence.RunAsync(anne, Day("2026-12-08"), Day("2026-12-12"), null, town.Coordinator, Ct));
        await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Marcel"), "2026-12-17T14:00"), anne);
        var series = await StartAsync(town, await town.BeneficiaryAsync(), s => s with { Main = anne, Second = paul });

        await CreateAsync(town);

        var made = await InstancesAsync(town, series);
        Assert.Equal([RequestState.Matched, RequestState.Open, RequestState.Open, RequestState.Matched], made.Select(r => r.State));
        Assert.Equal([anne, paul, paul, anne], made.Select(r => r.AskFirst!.Value));
    }

    [Theory, EachDatabase]
    public async Task Not_this_time_is_one_tap_and_changes_nothing_else(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var series = await StartAsync(town, await town.BeneficiaryAsync(), s => s with { Main = anne, Second = paul });
        await CreateAsync(town);
        var visit = (await InstancesAsync(town, series))[1].Visits.Single().Id;

        Assert.IsType<CancelVisitOutcome.Reopened>(await town.DoAsync((NotThisTime not) => not.RunAsync(visit, anne, town.Coordinator, Ct)));
        town.ItIs("2026-12-07T09:00");
        await CreateAsync(town);

        var made = await InstancesAsync(town, series);
        Assert.Equal([RequestState.Matched, RequestState.Open, RequestState.Matched, RequestState.Matched, RequestState.Matched], made.Select(r => r.State));
        Assert.Equal(paul, made[1].AskFirst);
        Assert.Equal(anne, (await town.LookAsync(db => db.RecurringNeeds.SingleAsync(s => s.Id == series, Ct))).MainVolunteerId);
    }

    [Theory, EachDatabase]
    public async Task When_the_second_cannot_either_nobody_is_asked_first(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var series = await StartAsync(town, await town.BeneficiaryAsync(), s => s with { Main = anne, Second = paul });
        await CreateAsync(town);
        var instance = (await InstancesAsync(town, series))[0];
        await town.DoAsync((NotThisTime not) => not.RunAsync(instance.Visits.Single().Id, anne, town.Coordinator, Ct));
        var replacement = await town.PlansAsync(instance.Id, paul);

        await town.DoAsync((NotThisTime not) => not.RunAsync(replacement, paul, town.Coordinator, Ct));

        Assert.Equal((RequestState.Open, null, 2), ((await town.RequestAsync(instance.Id)).State, (await town.RequestAsync(instance.Id)).AskFirst, (await town.RequestAsync(instance.Id)).TimesReopened));
    }

    [Theory, EachDatabase]
    public async Task A_promise_ends_on_its_date(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var series = await StartAsync(town, await town.BeneficiaryAsync(), s => s with { Main = anne, MainUntil = Day("2026-12-10"), Second = paul });

        await CreateAsync(town);

        var made = await InstancesAsync(town, series);
        Assert.Equal([RequestState.Matched, RequestState.Matched, RequestState.Open, RequestState.Open], made.Select(r => r.State));
        Assert.Equal(paul, made[2].AskFirst);
    }

    [Theory, EachDatabase]
    public async Task A_yes_to_the_series_takes_the_instances_that_wait(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var series = await StartAsync(town, await town.BeneficiaryAsync());
        await CreateAsync(town);
        await town.PlansAsync((await InstancesAsync(town, series))[0].Id, paul);

        var yes = await town.DoAsync((SayYesToSeries say) => say.RunAsync(series, anne, Day("2026-12-20"), town.Coordinator, Ct));

        Assert.Equal(2, Assert.IsType<SeriesYesOutcome.Promised>(yes).Visits);
        Assert.Equal([paul, anne, anne], (await InstancesAsync(town, series)).SelectMany(r => r.Visits).OrderBy(v => v.Start).Select(v => v.VolunteerId));
    }

    [Theory, EachDatabase]
    public async Task Ends_after_its_last_day_and_tells_once(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var series = await StartAsync(town, await town.BeneficiaryAsync(), s => s with { Main = anne });
        await CreateAsync(town);

        var ended = await town.DoAsync((EndSeries end) => end.RunAsync(series, Day("2026-12-10"), EndReason.NoLongerWanted, town.Coordinator, Ct));
        town.ItIs("2026-12-28T09:00");
        await CreateAsync(town);

        Assert.Equal(2, Assert.IsType<EndSeriesOutcome.Ended>(ended).Cancelled);
        Assert.Equal(4, (await InstancesAsync(town, series)).Count);
        var told = (await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitCancelledToVolunteer)).Single();
        Assert.Contains("jeudi 17 décembre", told.Body, StringComparison.Ordinal);
        Assert.Contains("jeudi 24 décembre", told.Body, StringComparison.Ordinal);
        Assert.IsType<EndSeriesOutcome.AlreadyEnded>(await town.DoAsync((EndSeries end) => end.RunAsync(series, Day("2026-12-10"), EndReason.NoLongerWanted, town.Coordinator, Ct)));
    }

    [Theory, EachDatabase]
    public async Task Every_twelve_visits_both_are_asked_whether_to_go_on(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        var series = await StartAsync(town, yvonne, s => s with { Rule = "FREQ=DAILY", Main = anne });
        await CreateAsync(town);
        await HappenAsync(town, series, 11);
        await ReviewAsync(town);
        Assert.Empty(await town.DutyListAsync());

        await HappenAsync(town, series, 1);
        await ReviewAsync(town);
        await ReviewAsync(town);

        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.SeriesReview));
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(yvonne), MessageKind.SeriesReview));
        Assert.Single(await town.DutyListAsync(AttentionReasons.SeriesReview));

        Assert.True(await AnswerAsync(town, series, await town.PersonOfAsync(anne), goOn: true));
        Assert.Single(await town.DutyListAsync(AttentionReasons.SeriesReview));
        Assert.True(await AnswerAsync(town, series, await town.PersonOfAsync(yvonne), goOn: true));
        Assert.Empty(await town.DutyListAsync());
        Assert.True(await AnswerAsync(town, series, await town.PersonOfAsync(yvonne), goOn: false));
        Assert.Equal(AttentionReasons.SeriesStopWished, (await town.DutyListAsync()).Single().Reason);
        Assert.False(await AnswerAsync(town, series, await town.PersonOfAsync(await town.VolunteerAsync("Paul")), goOn: true));
    }

    [Theory, EachDatabase]
    public async Task An_appointment_that_comes_back_keeps_its_hour_apart_from_the_pick_up(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        SeriesInput Trip(SeriesInput s) => s with
        {
            NeedType = "transport.medical", Destination = new WantedDestination(Town.Bains), StartsAt = null, AppointmentAt = new LocalTime(15, 0),
        };

        var estimated = await StartAsync(town, yvonne, Trip);
        var said = await StartAsync(town, yvonne, s => Trip(s) with { StartsAt = new LocalTime(14, 0), FlexibleMinutes = 90 });
        await CreateAsync(town);

        var first = (await InstancesAsync(town, estimated))[0];
        Assert.Equal(Local("2026-12-03T15:00"), first.AppointmentAt);
        Assert.InRange(first.EarliestStart, Local("2026-12-03T14:10"), Local("2026-12-03T14:50"));
        var fetched = (await InstancesAsync(town, said))[0];
        Assert.Equal((Local("2026-12-03T14:00"), Local("2026-12-03T15:00"), Local("2026-12-03T15:00")), (fetched.EarliestStart, fetched.LatestStart, fetched.AppointmentAt));
        Assert.Equal([new("time", FieldProblem.PickUpAfterAppointment)], Assert.IsType<StartSeriesOutcome.Refused>(await town.DoAsync(
            (StartSeries start) => start.RunAsync(Trip(Input(yvonne)) with { StartsAt = new LocalTime(15, 30) }, town.Coordinator, Ct))).Errors);
        Assert.Equal([new("time", FieldProblem.Missing)], Assert.IsType<StartSeriesOutcome.Refused>(await town.DoAsync(
            (StartSeries start) => start.RunAsync(Input(yvonne) with { StartsAt = null }, town.Coordinator, Ct))).Errors);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_a_rhythm_is_said(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var yvonne = await town.BeneficiaryAsync();
        async Task<IReadOnlyList<FieldError>> ErrorsAsync(Func<SeriesInput, SeriesInput> change) => Assert.IsType<StartSeriesOutcome.Refused>(
            await town.DoAsync((StartSeries start) => start.RunAsync(change(Input(yvonne)), town.Coordinator, Ct))).Errors;

        Assert.Equal([new("rule", FieldProblem.NotARhythm)], await ErrorsAsync(s => s with { Rule = "tous les jeudis" }));
        Assert.Equal([new("rule", FieldProblem.NotARhythm)], await ErrorsAsync(s => s with { Rule = "FREQ=HOURLY" }));
        Assert.Equal([new("rule", FieldProblem.NoDayInRhythm)], await ErrorsAsync(s => s with { LastDate = Day("2026-12-02") }));
        Assert.Equal([new("lastDate", FieldProblem.EndBeforeBeginning)], await ErrorsAsync(s => s with { LastDate = Day("2026-11-02") }));
        Assert.Equal([new("second", FieldProblem.SamePerson)], await ErrorsAsync(s => s with { Main = anne, Second = anne }));
        Assert.Equal([new("destination", FieldProblem.Missing), new("main", FieldProblem.UnknownPerson)],
            await ErrorsAsync(s => s with { NeedType = "transport.medical", Main = new VolunteerId(Guid.NewGuid()) }));
    }

    internal static SeriesInput Input(BeneficiaryId who) => new()
    {
        Once = Guid.NewGuid(), Beneficiary = who, NeedType = "courses", Rule = "FREQ=WEEKLY;BYDAY=TH", FirstDate = Day("2026-11-30"), StartsAt = new LocalTime(14, 30),
    };

    internal static async Task<RecurringNeedId> StartAsync(Town town, BeneficiaryId who, Func<SeriesInput, SeriesInput>? change = null)
    {
        var input = (change ?? (s => s))(Input(who));
        return Assert.IsType<StartSeriesOutcome.Started>(await town.DoAsync((StartSeries start) => start.RunAsync(input, town.Coordinator, Ct))).Series;
    }

    internal static Task<int> CreateAsync(Town town) => town.DoAsync((CreateOccurrences create) => create.RunDueAsync(town.Now, Ct));

    internal static Task<List<HelpRequest>> InstancesAsync(Town town, RecurringNeedId series) => town.LookAsync(db => db.HelpRequests
        .Include(r => r.Visits).Include(r => r.Proposals).AsSplitQuery().Where(r => r.RecurringNeedId == series).OrderBy(r => r.OccurrenceDate).ToListAsync(Ct));

    private static Task ReviewAsync(Town town) => town.DoAsync((SeriesReviewsDue due) => due.RunDueAsync(town.Now, Ct));

    private static Task<bool> AnswerAsync(Town town, RecurringNeedId series, App.People.PersonId who, bool goOn) =>
        town.DoAsync((AnswerSeriesReview answer) => answer.RunAsync(series, who, goOn, Ct));

    private static Task<int> HappenAsync(Town town, RecurringNeedId series, int visits) => town.LookAsync(async db =>
    {
        foreach (var visit in await db.Visits.Include(v => v.Request).Where(v => v.Request.RecurringNeedId == series && v.State == VisitState.Planned)
                     .OrderBy(v => v.Start).Take(visits).ToListAsync(Ct))
        {
            visit.EndAs(VisitState.Done, null, town.Now);
        }

        return await db.SaveChangesAsync(Ct);
    });
}
