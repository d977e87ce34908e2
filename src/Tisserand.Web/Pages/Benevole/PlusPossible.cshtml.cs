using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Proposals;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Benevole;

/// <summary>Something stands against her yes; an exclusion is never explained.</summary>
public sealed class PlusPossibleModel(ProposalCards cards, MatchingWords words) : PageModel
{
    public IReadOnlyList<string> Why { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await cards.OfAsync(new ProposalId(id), User.VolunteerId(), CultureInfo.CurrentUICulture, ct) is not { } card) return NotFound();
        Why = await ObstacleWords.ForHerAsync(await cards.ObstaclesAsync(card, ct), words, ct);
        return Page();
    }
}
