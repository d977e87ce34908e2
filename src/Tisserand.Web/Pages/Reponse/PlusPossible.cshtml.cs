using Tisserand.App.Proposals;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Reponse;

/// <summary>Something stands against her yes; an exclusion is never explained.</summary>
public sealed class PlusPossibleModel(ProposalCards cards, MatchingWords words) : LinkPage(cards)
{
    public IReadOnlyList<string> Why { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Why = await ObstacleWords.ForHerAsync(await Cards.ObstaclesAsync(Card, ct), words, ct);
}
