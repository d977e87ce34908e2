using Microsoft.EntityFrameworkCore;
using Tisserand.App.Proposals;
using Tisserand.App.Tests.Storage;

namespace Tisserand.App.Tests.Proposals;

public sealed class Storing_figures_of_a_proposal
{
    [Theory, EachDatabase]
    public async Task Gives_back_the_chances_it_was_made_with(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        await town.VolunteerAsync();
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await town.DoAsync((SuggestProposals suggest) => suggest.RunAsync(request, Town.Ct));

        var proposal = await town.LookAsync(db => db.Proposals.SingleAsync(p => p.RequestId == request, Town.Ct));
        var read = ProposalFigures.Read(proposal.Figures)!;

        Assert.True(proposal.ChanceOfYes > 0);
        Assert.Equal((proposal.ChanceOfYes, proposal.ChanceOfGood, proposal.Value), (read.ChanceOfYes, read.ChanceOfGood, read.Value.Total));
        Assert.Equal(proposal.Figures, read.Write());
    }

    [Theory, EachDatabase]
    public async Task Keeps_them_when_the_list_is_validated(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var volunteer = await town.VolunteerAsync();
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await town.DoAsync((SuggestProposals suggest) => suggest.RunAsync(request, Town.Ct));
        var before = await town.LookAsync(db => db.Proposals.SingleAsync(p => p.RequestId == request, Town.Ct));

        await town.DoAsync((ValidateList validate) => validate.RunAsync(request, [volunteer], null, town.Coordinator, Town.Ct));

        var after = await town.LookAsync(db => db.Proposals.SingleAsync(p => p.RequestId == request, Town.Ct));
        Assert.Equal((before.ChanceOfYes, before.ChanceOfGood), (after.ChanceOfYes, after.ChanceOfGood));
    }
}
