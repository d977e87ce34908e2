using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.Accounts;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Connexion;

/// <summary>A volunteer types the six digits of her message.</summary>
[EnableRateLimiting(Budgets.SignIn)]
public sealed class CodeRecuModel(ConfirmSignIn confirm) : PageModel
{
    [BindProperty]
    public string? Typed { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await SignInStep.ReadAsync(HttpContext) is { Contact: not null } ? Page() : RedirectToPage("Benevole");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await SignInStep.ReadAsync(HttpContext) is not { Contact: { } contact } step) return RedirectToPage("Benevole");
        if (await confirm.ByCodeAsync(contact, Typed ?? "", ct) is not { } session)
        {
            ModelState.AddModelError(nameof(Typed), Words.Account["Received_Wrong"]);
            return Page();
        }
        await SignInStep.ForgetAsync(HttpContext);
        await Session.OpenAsync(HttpContext, session);
        return LocalRedirect(Url.IsLocalUrl(step.Return) ? step.Return : Roles.HomeOf(Roles.Volunteer));
    }
}
