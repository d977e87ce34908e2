using Tisserand.App.Proposals;

namespace Tisserand.Web.Pages.Reponse;

/// <summary>Somebody was quicker: she is thanked.</summary>
public sealed class MerciModel(ProposalCards cards) : LinkPage(cards)
{
    public void OnGet() { }
}
