using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.Accounts;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Connexion;

/// <summary>The second factor: a code of the authenticator app, or a recovery code.</summary>
[EnableRateLimiting(Budgets.SignIn)]
public sealed class CodeModel(ConfirmSecondFactor confirm) : PageModel
{
    [BindProperty]
    public string? Typed { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await SignInStep.ReadAsync(HttpContext) is { Account: not null } ? Page() : RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await SignInStep.ReadAsync(HttpContext) is not { Account: { } account, Stamp: { } stamp } step) return RedirectToPage("Index");

        switch (await confirm.RunAsync(account, stamp, Typed ?? "", ct))
        {
            case SecondFactorOutcome.SignedIn yes:
                await SignInStep.ForgetAsync(HttpContext);
                await Session.OpenAsync(HttpContext, yes.Session);
                if (yes.RecoveryCodesLeft is { } left) this.Warn(Words.Account, "Recovery_Left", left);
                return LocalRedirect(Url.IsLocalUrl(step.Return) ? step.Return : Roles.HomeOf(Roles.WordOf(yes.Session.Role)));
            case SecondFactorOutcome.Wrong:
                ModelState.AddModelError(nameof(Typed), Words.Account["Code_Wrong"]);
                return Page();
            case SecondFactorOutcome.StartAgain:
                await SignInStep.ForgetAsync(HttpContext);
                this.Warn(Words.Account, "StartAgain");
                return RedirectToPage("Index");
            default:
                throw new UnreachableException();
        }
    }
}
