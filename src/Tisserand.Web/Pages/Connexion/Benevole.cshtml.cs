using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.Accounts;
using Tisserand.Web.Security;
using Tisserand.Web.Site;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Connexion;

/// <summary>A volunteer says where her code shall go. The answer is the same whether or not we know the address.</summary>
[EnableRateLimiting(Budgets.Code)]
public sealed class BenevoleModel(AskSignInCode ask, SiteOptions site) : PageModel
{
    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await ask.RunAsync(Contact ?? "", secret => new Uri(site.PublicAddress, "/connexion/lien/" + secret), ct);
        if (outcome != AskCodeOutcome.OnItsWay)
        {
            ModelState.AddModelError(nameof(Contact), Words.Account["Volunteer_" + outcome]);
            return Page();
        }
        await new SignInStep(null, null, Contact, Retour).KeepAsync(HttpContext);
        return RedirectToPage("CodeRecu");
    }
}
