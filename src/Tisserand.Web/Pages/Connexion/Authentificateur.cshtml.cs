using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;
using Tisserand.App.Accounts;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Site;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Connexion;

/// <summary>First sign-in: ties an authenticator app to the account, then shows the recovery codes once.</summary>
[EnableRateLimiting(Budgets.SignIn)]
public sealed class AuthentificateurModel(SetUpAuthenticator setUp) : PageModel
{
    [BindProperty]
    public string? Typed { get; set; }

    public string SpacedKey { get; private set; } = "";

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public string Next { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await SignInStep.ReadAsync(HttpContext) is not { Account: { } account, Stamp: { } stamp } step) return RedirectToPage("Index");

        switch (await setUp.RunAsync(account, stamp, Typed ?? "", ct))
        {
            case SetUpOutcome.Done done:
                await SignInStep.ForgetAsync(HttpContext);
                await Session.OpenAsync(HttpContext, done.Session);
                RecoveryCodes = done.RecoveryCodes;
                Next = Url.IsLocalUrl(step.Return) ? step.Return : Roles.HomeOf(Roles.WordOf(done.Session.Role));
                return Page();
            case SetUpOutcome.Wrong when await ShowAsync(ct):
                ModelState.AddModelError(nameof(Typed), Words.Account["Code_Wrong"]);
                return Page();
            case SetUpOutcome.Wrong or SetUpOutcome.StartAgain:
                this.Warn(Words.Account, "StartAgain");
                return RedirectToPage("Index");
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The key as a picture; a request of its own, since the page may hold no inline image.</summary>
    internal static async Task<IResult> PictureAsync(HttpContext context, SetUpAuthenticator setUp, SiteOptions site, CancellationToken ct)
    {
        if (await SignInStep.ReadAsync(context) is not { Account: { } account, Stamp: { } stamp }
            || await setUp.LookAsync(account, stamp, ct) is not { } key) return Results.NotFound();

        using var data = QRCodeGenerator.GenerateQrCode(Totp.Address(key.Key, site.Cooperative.Name, key.Email), QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return Results.Text(picture.GetGraphic(4), "image/svg+xml");
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (await SignInStep.ReadAsync(HttpContext) is not { Account: { } account, Stamp: { } stamp }
            || await setUp.LookAsync(account, stamp, ct) is not { } key) return false;
        SpacedKey = string.Join(' ', key.Key.Chunk(4).Select(part => new string(part)));
        return true;
    }
}
