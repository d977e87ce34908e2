using Tisserand.App.Proposals;

namespace Tisserand.Web.Pages.Reponse;

/// <summary>Her no is noted, and harms nothing.</summary>
public sealed class CestNoteModel(ProposalCards cards) : LinkPage(cards)
{
    public void OnGet() { }
}
