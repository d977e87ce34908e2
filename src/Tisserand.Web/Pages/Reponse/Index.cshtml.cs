using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.Proposals;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Reponse;

/// <summary>A page behind the link of a message: its secret is the only key, and opening it changes nothing.</summary>
public abstract class LinkPage(ProposalCards cards) : PageModel
{
    public ProposalCard Card { get; private set; } = null!;

    protected ProposalCards Cards { get; } = cards;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = context.HttpContext.RequestAborted;
        if (await Cards.OfLinkAsync(context.RouteData.Values["token"] as string ?? "", CultureInfo.CurrentUICulture, ct) is { } card)
        {
            Card = card;
            await next();
        }
        else context.Result = NotFound();
    }
}

/// <summary>« Pouvez-vous ? », answered from the message without signing in.</summary>
[EnableRateLimiting(Budgets.Answer)]
public sealed class IndexModel(ProposalCards cards, AcceptProposal accept, DeclineProposal decline) : LinkPage(cards)
{
    [BindProperty]
    public string? Mot { get; set; }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(string token, string? reponse, CancellationToken ct) => reponse switch
    {
        "oui" => YesAsync(token, ct),
        "non" => NoAsync(token, ct),
        _ => Task.FromResult<IActionResult>(RedirectToPage("Index", new { token })),
    };

    private async Task<IActionResult> YesAsync(string token, CancellationToken ct) => await accept.RunAsync(Card.Id, Card.Volunteer, ct) switch
    {
        AcceptOutcome.Planned => RedirectToPage("CestVous", new { token }),
        AcceptOutcome.TooLate => RedirectToPage("Merci", new { token }),
        AcceptOutcome.NoLongerPossible => RedirectToPage("PlusPossible", new { token }),
        AcceptOutcome.NotWaiting => RedirectToPage("Index", new { token }),       // says where it stands
        AcceptOutcome.Busy => AgainIn(token),
        AcceptOutcome.NotYours => NotFound(),
        _ => throw new UnreachableException(),
    };

    private async Task<IActionResult> NoAsync(string token, CancellationToken ct) => await decline.RunAsync(Card.Id, Card.Volunteer, Mot, ct) switch
    {
        DeclineOutcome.Noted => RedirectToPage("CestNote", new { token }),
        DeclineOutcome.NotWaiting => RedirectToPage("Index", new { token }),
        DeclineOutcome.Busy => AgainIn(token),
        DeclineOutcome.NotYours => NotFound(),
        _ => throw new UnreachableException(),
    };

    private RedirectToPageResult AgainIn(string token)
    {
        this.Warn(Words.Answer, "Busy");
        return RedirectToPage("Index", new { token });
    }
}
