using Microsoft.EntityFrameworkCore;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Tests.Proposals;

public sealed class Agreeing_by_telephone
{
    private static CancellationToken Ct => Town.Ct;

    [Theory, EachDatabase]
    public async Task Her_yes_is_a_visit_asked_outside_the_budget_and_both_are_told(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var (anne, yvonne) = (await town.VolunteerAsync(), await town.BeneficiaryAsync());
        var shopping = await town.AsksForHelpAsync(yvonne);

        Assert.IsType<AcceptOutcome.Planned>(await AgreeAsync(town, shopping, anne));

        var request = await town.RequestAsync(shopping);
        var proposal = Assert.Single(request.Proposals);
        Assert.Equal((RequestState.Matched, ProposalState.Accepted, true, town.Now), (request.State, proposal.State, proposal.OutsideBudget, proposal.NotifiedAt));
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(anne), MessageKind.VisitAgreedVolunteer));
        Assert.Single(await town.MessagesToAsync(await town.PersonOfAsync(yvonne), MessageKind.VisitAgreedBeneficiary));
        Assert.Equal("Planned", Assert.Single(await LinesAsync(town)));
    }

    [Theory, EachDatabase]
    public async Task A_yes_that_cannot_be_kept_leaves_her_as_never_asked(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var anne = await town.VolunteerAsync();
        await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Marcel")), anne);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());

        Assert.IsType<AcceptOutcome.NoLongerPossible>(await AgreeAsync(town, shopping, anne));

        var request = await town.RequestAsync(shopping);
        Assert.Empty(request.Proposals);
        Assert.Equal(RequestState.Open, request.State);
        Assert.Equal("NoLongerPossible", Assert.Single(await LinesAsync(town)));
    }

    [Theory, EachDatabase]
    public async Task A_listed_volunteer_whose_yes_cannot_be_kept_stays_listed_and_unasked(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var anne = await town.VolunteerAsync();
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await town.DoAsync((SuggestProposals suggest) => suggest.RunAsync(shopping, Ct));
        await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Marcel")), anne);

        Assert.IsType<AcceptOutcome.NoLongerPossible>(await AgreeAsync(town, shopping, anne));

        var proposal = Assert.Single((await town.RequestAsync(shopping)).Proposals);
        Assert.Equal((ProposalState.Suggested, null, false), (proposal.State, proposal.NotifiedAt, proposal.OutsideBudget));
    }

    [Theory, EachDatabase]
    public async Task When_the_place_is_taken_nobody_new_is_asked_and_who_was_asked_is_thanked(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var (anne, paul, luc) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"), await town.VolunteerAsync("Luc"));
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var toPaul = await town.NotifiesAsync(shopping, paul);
        await town.PlansAsync(shopping, anne);

        Assert.IsType<AcceptOutcome.TooLate>(await AgreeAsync(town, shopping, paul));
        Assert.IsType<AcceptOutcome.TooLate>(await AgreeAsync(town, shopping, luc));

        var request = await town.RequestAsync(shopping);
        Assert.Equal(2, request.Proposals.Count);
        Assert.Equal(town.Now, request.Proposals.Single(p => p.Id == toPaul).LateYesAt);
    }

    private static Task<AcceptOutcome> AgreeAsync(Town town, HelpRequestId request, VolunteerId volunteer) =>
        town.DoAsync((AgreeByPhone agree) => agree.RunAsync(request, volunteer, town.Coordinator, Ct));

    private static Task<List<string>> LinesAsync(Town town) =>
        town.LookAsync(db => db.AuditLines.Where(a => a.Act == "agree-by-phone").Select(a => a.Outcome).ToListAsync(Ct));
}
