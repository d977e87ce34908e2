using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Proposals;

/// <summary>The folder's registrations.</summary>
public static class ProposalServices
{
    public static IServiceCollection AddProposals(this IServiceCollection services)
    {
        services.AddScoped<CardsInForce>();
        services.AddScoped<PastCases>();
        services.AddScoped<Recalibrate>();
        services.AddScoped<VolunteerPool>();
        services.AddScoped<StandsAgainst>();
        services.AddScoped<MatchingWords>();
        services.AddScoped<SuggestProposals>();
        services.AddScoped<ValidateList>();
        services.AddScoped<StopAutomaticValidation>();
        services.AddScoped<AcceptProposal>();
        services.AddScoped<DeclineProposal>();
        services.AddScoped<AgreeByPhone>();
        services.AddScoped<CandidatesFor>();
        services.AddScoped<WhyNot>();
        services.AddScoped<SolicitationFacts>();
        services.AddScoped<ProposalCards>();
        services.AddScoped<AskVolunteer>();
        services.AddScoped<AdvanceSolicitation>();
        services.AddScoped<SolicitationsDue>();

        // What an absence's screen asks of this room.
        services.AddScoped<BestCandidates>(provider => async (request, take, ct) =>
            [.. (await provider.GetRequiredService<CandidatesFor>().ReadAsync(request, take, ct))
                .Select(c => new ReplacementCandidate(c.VolunteerId, c.Name, c.AboutMinutes, c.ChanceOfYes))]);
        services.AddScoped<ValidateOrderedList>(provider => async (request, ordered, by, ct) =>
        {
            await provider.GetRequiredService<SuggestProposals>().RunAsync(request, ct);
            return await provider.GetRequiredService<ValidateList>().RunAsync(request, ordered, null, by, ct) is ValidateOutcome.Validated;
        });
        return services;
    }
}
