using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.Accounts;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Connexion;

/// <summary>An employee types her address and password; volunteers are shown their own way.</summary>
[EnableRateLimiting(Budgets.SignIn)]
public sealed class IndexModel(SignInWithPassword signIn) : PageModel
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Input.Email)) ModelState.AddModelError("Input.Email", Words.Account["Email_Missing"]);
        if (string.IsNullOrEmpty(Input.Password)) ModelState.AddModelError("Input.Password", Words.Account["Password_Missing"]);
        if (!ModelState.IsValid) return Page();

        switch (await signIn.RunAsync(Input.Email!, Input.Password!, ct))
        {
            case PasswordOutcome.CodeNeeded next:
                await new SignInStep(next.Account, next.Stamp, null, Retour).KeepAsync(HttpContext);
                return RedirectToPage("Code");
            case PasswordOutcome.AuthenticatorNeeded next:
                await new SignInStep(next.Account, next.Stamp, null, Retour).KeepAsync(HttpContext);
                return RedirectToPage("Authentificateur");
            case PasswordOutcome.Refused:
                ModelState.AddModelError("Input.Email", Words.Account["SignIn_Refused"]);
                return Page();
            default:
                throw new UnreachableException();
        }
    }

    public sealed class Typed
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
    }
}
