using Microsoft.EntityFrameworkCore;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Volunteers;
using Tisserand.Matching;

namespace Tisserand.App.Tests.Proposals;

public sealed class Accepting_a_proposal
{
    private static CancellationToken Ct => Town.Ct;

    [Theory, EachDatabase]
    public async Task The_first_yes_gets_the_visit_and_the_second_is_thanked(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var (toAnne, toPaul) = (await town.NotifiesAsync(shopping, anne), await town.NotifiesAsync(shopping, paul));

        var planned = Assert.IsType<AcceptOutcome.Planned>(await town.SaysYesAsync(toAnne, anne));
        Assert.IsType<AcceptOutcome.TooLate>(await town.SaysYesAsync(toPaul, paul));

        var request = await town.RequestAsync(shopping);
        Assert.Equal((RequestState.Matched, 1), (request.State, request.PlacesTaken));
        Assert.Equal(anne, Assert.Single(request.Visits).VolunteerId);
        Assert.NotNull(request.Proposals.Single(p => p.Id == toPaul).LateYesAt);
        Assert.Equal(Town.Local("2026-12-03T10:00"), planned.Visit.Start);
    }

    [Theory, EachDatabase]
    public async Task Both_sides_are_told_on_a_channel_that_reaches_them(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
        await town.PlansAsync(await town.AsksForHelpAsync(yvonne), anne);

        Assert.Equal(MessageChannel.Sms, Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitAgreedVolunteer)).Channel);
        Assert.Equal(MessageChannel.Call, Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(yvonne), MessageKind.VisitAgreedBeneficiary)).Channel);
    }

    [Theory, EachDatabase]
    public async Task Nobody_else_can_answer_for_her(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));

        Assert.IsType<AcceptOutcome.NotYours>(await town.SaysYesAsync(await town.NotifiesAsync(shopping, anne), paul));
        Assert.Equal(RequestState.Open, (await town.RequestAsync(shopping)).State);
    }

    [Theory, EachDatabase]
    public async Task Two_visits_at_one_hour_are_refused_with_the_reason(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var anne = await town.VolunteerAsync();
        await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Yvonne")), anne);
        var second = await town.AsksForHelpAsync(await town.BeneficiaryAsync("Jeanne"), at: "2026-12-03T10:30");

        var refused = Assert.IsType<AcceptOutcome.NoLongerPossible>(await town.SaysYesAsync(await town.NotifiesAsync(second, anne), anne));

        Assert.IsType<Obstacle.AlreadyTaken>(Assert.Single(refused.Why));
        Assert.Equal(RequestState.Open, (await town.RequestAsync(second)).State);
    }

    [Theory, EachDatabase]
    public async Task A_no_may_become_a_yes_while_a_place_is_open(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var anne = await town.VolunteerAsync();
        var proposal = await town.NotifiesAsync(shopping, anne);

        Assert.IsType<DeclineOutcome.Noted>(await town.DoAsync((DeclineProposal d) => d.RunAsync(proposal, anne, "Je garde mon petit-fils", Ct)));
        Assert.IsType<AcceptOutcome.Planned>(await town.SaysYesAsync(proposal, anne));
    }

    [Theory, EachDatabase]
    public async Task Each_answer_leaves_an_audit_line(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var anne = await town.VolunteerAsync();
        var proposal = await town.NotifiesAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne);

        await town.SaysYesAsync(proposal, anne);

        var line = await town.LookAsync(db => db.AuditLines.SingleAsync(a => a.Subject == proposal.Value, Ct));
        Assert.Equal(("accept", "Planned", "person"), (line.Act, line.Outcome, line.ActorKind));
    }
}
