using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.Accounts;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Connexion;

/// <summary>Somebody invited chooses her password, then goes on to her authenticator.</summary>
[EnableRateLimiting(Budgets.SignIn)]
public sealed class InvitationModel(ChoosePassword choose) : PageModel
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public bool IsValid { get; private set; }

    public async Task OnGetAsync(string secret, CancellationToken ct) => IsValid = await choose.IsValidAsync(secret, ct);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken ct)
    {
        IsValid = await choose.IsValidAsync(secret, ct);
        if (!IsValid) return Page();
        if (string.IsNullOrEmpty(Input.Password)) ModelState.AddModelError("Input.Password", Words.Account["Password_Missing"]);
        else if (Input.Password != Input.Again) ModelState.AddModelError("Input.Again", Words.Account["Password_Differs"]);
        if (!ModelState.IsValid) return Page();

        switch (await choose.RunAsync(secret, Input.Password!, ct))
        {
            case ChoosePasswordOutcome.Chosen next:
                await new SignInStep(next.Account, next.Stamp, null, null).KeepAsync(HttpContext);
                return RedirectToPage(next.HasSecondFactor ? "Code" : "Authentificateur");
            case ChoosePasswordOutcome.Weak weak:
                ModelState.AddModelError("Input.Password", Words.Account["Password_" + weak.Problem]);
                return Page();
            case ChoosePasswordOutcome.Void:
                IsValid = false;
                return Page();
            default:
                throw new UnreachableException();
        }
    }

    public sealed class Typed
    {
        public string? Password { get; set; }
        public string? Again { get; set; }
    }
}
