using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Notifications;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Visits;

public sealed class Around_a_visit
{
    [Theory, EachDatabase]
    public async Task Both_are_reminded_the_evening_before_and_whoever_has_a_mobile_two_hours_before(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        await town.HasMobileAsync(await town.PersonOfAsync(yvonne));
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(yvonne), anne);

        await town.LivesUntilAsync("2026-12-03T10:00");

        Instant[] due = [Local("2026-12-02T18:00"), Local("2026-12-03T08:00")];
        Assert.Equal(due, (await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.ReminderVolunteer)).Select(m => m.CreatedAt));
        Assert.Equal(due, (await town.MessagesToAsync(await town.PersonOfAsync(yvonne), MessageKind.ReminderBeneficiary)).Select(m => m.CreatedAt));
        Assert.Equal(2, (await town.VisitAsync(visit)).RemindersSent);
    }

    [Theory, EachDatabase]
    public async Task A_landline_is_called_before_a_first_visit_and_never_again(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        var person = await town.PersonOfAsync(yvonne);
        await town.PlansAsync(await town.AsksForHelpAsync(yvonne, "2026-12-07T10:00"), anne);       // a Monday
        await town.PlansAsync(await town.AsksForHelpAsync(yvonne, "2026-12-10T10:00"), anne);

        await town.LivesUntilAsync("2026-12-10T10:00");

        var call = await town.OnlyMessageAsync(person, MessageKind.ReminderBeneficiary);
        Assert.Equal((MessageChannel.Call, Local("2026-12-04T10:00")), (call.Channel, call.NotBefore));
    }

    [Theory, EachDatabase]
    public async Task After_three_meetings_reminders_are_off_unless_wanted(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var (yvonne, anne, paul) = (await town.BeneficiaryAsync(), await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        await town.HaveMetAsync(yvonne, anne, 3);
        await town.HaveMetAsync(yvonne, paul, 3);
        await town.LookAsync(async db =>
        {
            (await db.Volunteers.SingleAsync(v => v.Id == paul, Ct)).Wishes(false, remindersAlways: true, false);
            return await db.SaveChangesAsync(Ct);
        });
        await town.PlansAsync(await town.AsksForHelpAsync(yvonne), anne);
        await town.PlansAsync(await town.AsksForHelpAsync(yvonne, "2026-12-04T10:00"), paul);

        await town.LivesUntilAsync("2026-12-04T10:00");

        Assert.Empty(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.ReminderVolunteer));
        Assert.Equal(2, (await town.MessagesToAsync(await town.PersonOfAsync(paul), MessageKind.ReminderVolunteer)).Count);
    }

    [Theory, EachDatabase]
    public async Task The_address_comes_48_hours_before_and_without_a_full_name(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var (yvonne, anne) = (await town.BeneficiaryAsync(phone: "+33299711234"), await town.VolunteerAsync());
        await town.PlansAsync(await town.AsksForHelpAsync(yvonne), anne);

        await town.LivesUntilAsync("2026-12-01T09:59");
        Assert.Empty(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.AddressDisclosure));
        Assert.DoesNotContain(sms.Carried, m => m.Body.Contains("rue des Essais", StringComparison.Ordinal));
        await town.LivesUntilAsync("2026-12-03T10:00");

        var message = await town.OnlyMessageAsync(await town.PersonOfAsync(anne), MessageKind.AddressDisclosure);
        Assert.Equal(Local("2026-12-01T10:00"), message.CreatedAt);
        Assert.Contains("rue des Essais, Redon", message.Body);
        Assert.Contains("02 99 71 12 34", message.Body);
        Assert.Contains("Yvonne E.", message.Body);
        Assert.DoesNotContain("Yvonne Essai", message.Body);
    }

    [Theory, EachDatabase]
    public async Task A_cancelled_visit_is_not_reminded(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(yvonne), anne);
        await town.LivesUntilAsync("2026-12-02T12:00");
        await town.DoAsync((CancelVisit cancel) => cancel.ByBeneficiaryAsync(visit, new BeneficiaryWish.NoLongerNeeded(), town.Coordinator, Ct));

        await town.LivesUntilAsync("2026-12-06T12:00");

        Assert.Empty(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.ReminderVolunteer, MessageKind.AfterVisitVolunteer));
        Assert.Equal(VisitState.CancelledByBeneficiary, (await town.VisitAsync(visit)).State);
    }

    [Theory, EachDatabase]
    public async Task A_visit_moved_to_another_day_is_reminded_for_that_day(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(yvonne, "2026-12-09T10:00"), anne);
        await town.LivesUntilAsync("2026-12-01T12:00");
        await town.DoAsync((CancelVisit cancel) => cancel.ByBeneficiaryAsync(visit, new BeneficiaryWish.AnotherTime(new WantedTime.At(Said("2026-12-04T14:00"))), town.Coordinator, Ct));

        await town.LivesUntilAsync("2026-12-04T14:00");

        Assert.Equal([Local("2026-12-03T18:00"), Local("2026-12-04T12:00")],
            (await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.ReminderVolunteer)).Select(m => m.CreatedAt));
    }

    [Theory, EachDatabase]
    public async Task Undisputed_it_counts_as_done_after_48_hours_marked_unconfirmed_and_its_request_with_it(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var id = await town.PlansAsync(request, await town.VolunteerAsync());
        var end = (await town.VisitAsync(id)).End;

        await town.LivesUntilAsync(end + Duration.FromHours(48) - Duration.FromMinutes(1));
        Assert.True((await town.VisitAsync(id)).IsPlanned);
        await town.LivesUntilAsync(end + Duration.FromHours(48));

        var visit = await town.VisitAsync(id);
        Assert.Equal((VisitState.Done, true, end + Duration.FromHours(48)), (visit.State, visit.IsUnconfirmed, visit.EndedAt));
        Assert.Equal(RequestState.Done, (await town.RequestAsync(request)).State);
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_asked_how_it_was_twice_in_a_month(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync(), "2026-12-03T10:00"), anne);
        await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Jeanne"), "2026-12-08T10:00"), anne);

        await town.LivesUntilAsync("2026-12-09T12:00");

        var asked = await town.MessagesToAsync(person, MessageKind.AfterVisitVolunteer);
        Assert.Equal([Local("2026-12-04T10:00"), Local("2026-12-09T10:00")], asked.Select(m => m.CreatedAt));
        Assert.Contains("une note de 1 à 5", asked[0].Body);
        Assert.DoesNotContain("une note de 1 à 5", asked[1].Body);
    }

    [Theory, EachDatabase]
    public async Task A_landline_is_called_after_a_first_visit_only(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        await town.PlansAsync(await town.AsksForHelpAsync(yvonne, "2026-12-03T10:00"), anne);
        await town.PlansAsync(await town.AsksForHelpAsync(yvonne, "2026-12-08T10:00"), anne);

        await town.LivesUntilAsync("2026-12-12T12:00");

        var call = await town.OnlyMessageAsync(await town.PersonOfAsync(yvonne), MessageKind.AfterVisitBeneficiary);
        Assert.Equal(MessageChannel.Call, call.Channel);
        Assert.DoesNotContain("Comment s’est-elle passée", call.Body);
    }

    [Theory, EachDatabase]
    public async Task However_often_the_job_runs_nothing_is_said_twice(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne);
        town.ItIs("2026-12-02T18:00");

        for (var i = 0; i < 3; i++)
        {
            await town.LookAsync(async db => await db.Visits.ExecuteUpdateAsync(v => v.SetProperty(x => x.NextStepAt, town.Now), Ct));
            await town.WorksAsync();
        }

        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.ReminderVolunteer));
        Assert.Equal(sms.Carried.Count, sms.Carried.DistinctBy(m => m.Body).Count());
    }
}
