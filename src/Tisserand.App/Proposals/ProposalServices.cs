using Microsoft.Extensions.DependencyInjection;

namespace Tisserand.App.Proposals;

/// <summary>The folder's registrations.</summary>
public static class ProposalServices
{
    public static IServiceCollection AddProposals(this IServiceCollection services)
    {
        services.AddScoped<CardsInForce>();
        services.AddScoped<VolunteerPool>();
        services.AddScoped<StandsAgainst>();
        services.AddScoped<MatchingWords>();
        services.AddScoped<SuggestProposals>();
        services.AddScoped<ValidateList>();
        services.AddScoped<StopAutomaticValidation>();
        services.AddScoped<AcceptProposal>();
        services.AddScoped<DeclineProposal>();
        services.AddScoped<CandidatesFor>();
        services.AddScoped<WhyNot>();
        return services;
    }
}
