using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Requests;

namespace Tisserand.Web.Pages.Demande;

/// <summary>Where help is asked for: what to expect; and for somebody who has come in, what is already arranged.</summary>
public sealed class IndexModel(Asking asking) : PageModel
{
    public OwnHelp? Known => asking.Known;

    /// <summary>Where she stopped; null when nothing has been begun.</summary>
    public string? ResumePath { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await asking.LoadAsync(HttpContext, ct);
        if (asking.Answers is { IsSent: false } and ({ Need: not null } or { HasSpoken: true })) ResumePath = asking.FirstUnanswered()?.Path ?? Question.Summary;
    }

    /// <summary>Takes away what was typed.</summary>
    public IActionResult OnPost()
    {
        asking.Forget(HttpContext);
        return Redirect(Question.Start);
    }
}
