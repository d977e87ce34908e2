using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tisserand.Web.Pages.Erreur;

/// <summary>What went wrong, in plain words, with the number to call. Says the same of somebody else's record and of none.</summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel : PageModel
{
    public string Key { get; private set; } = "500";

    /// <summary>How long until the next try, when the site knows.</summary>
    public int? MinutesToWait { get; private set; }

    public void OnGet(int code) => Show(code);

    // A form that fails is shown its error page by the same verb.
    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var shown = code is 400 or 403 or 404 or 405 or 413 or 429 or 500 ? code : 404;
        Key = shown is 405 ? "404" : $"{shown}";
        Response.StatusCode = shown;
        if (int.TryParse(Response.Headers.RetryAfter, out var seconds)) MinutesToWait = (seconds + 59) / 60;
    }
}
