using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Proposals;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Benevole;

/// <summary>A volunteer's own page: what is next, what is asked of her, what she is to tell.</summary>
public sealed class IndexModel(VolunteerVisits visits, ProposalCards cards, VolunteerSelf self, AcceptProposal accept, DeclineProposal decline) : PageModel
{
    public IReadOnlyList<VolunteerVisit> Coming { get; private set; } = [];

    public IReadOnlyList<VolunteerVisit> ToTell { get; private set; } = [];

    public IReadOnlyList<ProposalCard> Questions { get; private set; } = [];

    public bool IsPaused { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, language) = (User.VolunteerId(), CultureInfo.CurrentUICulture);
        Coming = await visits.ComingAsync(me, language, ct);
        ToTell = await visits.ToTellAsync(me, language, ct);
        Questions = await cards.WaitingAsync(me, language, ct);
        IsPaused = (await self.ReadAsync(me, ct))?.State == PersonState.Paused;
    }

    public Task<IActionResult> OnPostAsync(Guid id, string? reponse, CancellationToken ct) => reponse switch
    {
        "oui" => YesAsync(new ProposalId(id), ct),
        "non" => NoAsync(new ProposalId(id), ct),
        _ => Task.FromResult<IActionResult>(RedirectToPage()),
    };

    private async Task<IActionResult> YesAsync(ProposalId id, CancellationToken ct) => await accept.RunAsync(id, User.VolunteerId(), ct) switch
    {
        AcceptOutcome.Planned yes => Then("Yes_Planned", RedirectToPage("Visite", new { id = yes.Visit.Id.Value })),
        AcceptOutcome.TooLate => Then("Yes_TooLate"),
        AcceptOutcome.NoLongerPossible => RedirectToPage("PlusPossible", new { id = id.Value }),
        AcceptOutcome.NotWaiting => Then("NotWaiting"),
        AcceptOutcome.Busy => Then("Busy"),
        AcceptOutcome.NotYours => NotFound(),
        _ => throw new UnreachableException(),
    };

    private async Task<IActionResult> NoAsync(ProposalId id, CancellationToken ct) => await decline.RunAsync(id, User.VolunteerId(), null, ct) switch
    {
        DeclineOutcome.Noted => Then("No_Noted"),
        DeclineOutcome.NotWaiting => Then("NotWaiting"),
        DeclineOutcome.Busy => Then("Busy"),
        DeclineOutcome.NotYours => NotFound(),
        _ => throw new UnreachableException(),
    };

    private IActionResult Then(string sentence, IActionResult? next = null)
    {
        this.Say(Words.Volunteer, sentence);
        return next ?? RedirectToPage();
    }
}
