using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.Accounts;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Connexion;

/// <summary>The link of a message. Opening it changes nothing (mail scanners open links); its button lets in, once.</summary>
[EnableRateLimiting(Budgets.SignIn)]
public sealed class LienModel(ConfirmSignIn confirm) : PageModel
{
    public bool IsAlive { get; private set; }

    public async Task OnGetAsync(string secret, CancellationToken ct) => IsAlive = await confirm.IsLinkAliveAsync(secret, ct);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken ct)
    {
        if (await confirm.ByLinkAsync(secret, ct) is not { } session) return Page();
        await Session.OpenAsync(HttpContext, session);
        return LocalRedirect(Roles.HomeOf(Roles.Volunteer));
    }
}
