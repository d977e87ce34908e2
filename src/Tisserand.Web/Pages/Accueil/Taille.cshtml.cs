using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.Web.Security;
using Tisserand.Web.Site;

namespace Tisserand.Web.Pages.Accueil;

/// <summary>Keeps the size of text a person chose, and returns to where she was.</summary>
public sealed class TailleModel(SiteCookies cookies) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(int taille, string? retour)
    {
        var size = Math.Clamp(taille, 0, TextSize.Largest).ToString(CultureInfo.InvariantCulture);
        Response.Cookies.Append(cookies.Name("taille"), size, cookies.ForAYear());
        return LocalRedirect(Url.IsLocalUrl(retour) ? retour : "/");
    }
}
