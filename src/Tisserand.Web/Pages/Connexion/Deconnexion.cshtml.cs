using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Connexion;

/// <summary>Ends the session of this browser, and what the browser kept of it.</summary>
public sealed class DeconnexionModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        this.Say(Words.Account, "SignedOut");
        return LocalRedirect("/");
    }
}
