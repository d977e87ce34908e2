using Microsoft.EntityFrameworkCore;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Notifications;

public sealed class Answering_about_a_moved_visit
{
    [Theory, EachDatabase]
    public async Task Yes_with_its_number_confirms_the_new_time(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, request, visit) = await MovedAsync(town);

        var understood = Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(await town.PersonOfAsync(anne), "OUI 47"));

        Assert.Equal(visit, Assert.IsType<OpenQuestion.Reconfirm>(understood.Question).Visit);
        Assert.IsType<Answered.Noted>(understood.Result);
        Assert.Empty(await town.DutyListAsync(AttentionReasons.VisitToReconfirm));
        Assert.Equal((VisitState.Planned, Local("2026-12-04T15:00")), ((await town.VisitAsync(visit)).State, (await town.VisitAsync(visit)).Start));
        Assert.Equal(RequestState.Matched, (await town.RequestAsync(request)).State);
        Assert.Single(await town.LookAsync(db => db.AuditLines.Where(a => a.Act == "reconfirm").ToListAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task No_with_its_number_gives_the_visit_back_and_others_are_asked(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (anne, request, visit) = await MovedAsync(town);

        var understood = Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(await town.PersonOfAsync(anne), "NON 47"));

        Assert.IsType<Answered.Noted>(understood.Result);
        Assert.Equal(VisitState.CancelledByVolunteer, (await town.VisitAsync(visit)).State);
        var open = await town.RequestAsync(request);
        Assert.Equal((RequestState.Open, 0, ProposalState.Declined), (open.State, open.PlacesTaken, open.Proposals.Single().State));
    }

    [Theory, EachDatabase]
    public async Task A_visit_promised_by_telephone_has_a_number_to_answer_by(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var visit = Assert.IsType<AcceptOutcome.Planned>(
            await town.DoAsync((AgreeByPhone agree) => agree.RunAsync(request, anne, town.Coordinator, Ct))).Visit.Id;
        await MoveAsync(town, request);
        var person = await town.PersonOfAsync(anne);
        var number = QuestionNumbers.Of(visit);

        Assert.Contains($"OUI {number} ou NON {number}", (await town.OnlyMessageAsync(person, MessageKind.VisitChanged)).Body, StringComparison.Ordinal);
        Assert.IsType<Answered.Noted>(Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(person, $"oui {number}")).Result);
        Assert.Empty(await town.DutyListAsync(AttentionReasons.VisitToReconfirm));
    }

    [Theory, EachDatabase]
    public async Task Once_it_is_over_the_number_answers_whether_it_took_place(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync();
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var visit = Assert.IsType<AcceptOutcome.Planned>(
            await town.DoAsync((AgreeByPhone agree) => agree.RunAsync(request, anne, town.Coordinator, Ct))).Visit.Id;
        await MoveAsync(town, request);
        town.ItIs("2026-12-05T10:00");
        await town.DoAsync((VisitStepsDue steps) => steps.RunDueAsync(town.Now, Ct));

        var understood = Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(await town.PersonOfAsync(anne), $"OUI {QuestionNumbers.Of(visit)}"));

        Assert.IsType<OpenQuestion.AfterVisit>(understood.Question);
        Assert.Equal(VisitState.Done, (await town.VisitAsync(visit)).State);
    }

    private static async Task<(VolunteerId Anne, HelpRequestId Request, VisitId Visit)> MovedAsync(Town town)
    {
        var anne = await town.VolunteerAsync();
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var visit = await town.PlansAsync(request, anne);
        await MoveAsync(town, request);
        return (anne, request, visit);
    }

    private static async Task MoveAsync(Town town, HelpRequestId request)
    {
        var later = new RequestChange { Time = new WantedTime.At(Said("2026-12-04T15:00")) };
        Assert.Single(Assert.IsType<ChangeOutcome.Changed>(await town.DoAsync((ChangeRequest change) => change.RunAsync(request, later, town.Coordinator, Ct))).Visits.Moved);
    }
}
