using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tisserand.App.Proposals;
using Tisserand.App.Visits;

namespace Tisserand.Web.Pages.Reponse;

/// <summary>« C'est vous ! » First name and initial; the address needs more than the link.</summary>
public sealed class CestVousModel(ProposalCards cards, VolunteerVisits visits) : LinkPage(cards)
{
    public VolunteerVisit Visit { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (Card.State != QuestionState.SaidYes || await visits.OfProposalAsync(Card.Id, Card.Volunteer, CultureInfo.CurrentUICulture, ct) is not { } visit)
            return RedirectToPage("Index", new { token });
        Visit = visit;
        return Page();
    }
}
