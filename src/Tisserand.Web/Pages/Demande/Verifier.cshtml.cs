using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>All her answers to read once more, each to be changed; then it is sent.</summary>
[EnableRateLimiting(Budgets.PublicRequest)]
public sealed class VerifierModel(Asking asking, AskOnline ask, NeedCatalogue needs, TimeProvider time) : PageModel
{
    [BindProperty]
    public bool TheyAgree { get; set; }

    [BindProperty]
    public bool Agreed { get; set; }

    public IReadOnlyList<SummaryLine> Lines { get; private set; } = [];

    public bool IsInDanger => asking.Answers.IsInDanger;

    public bool IsForAnother => asking.IsForAnother;

    /// <summary>Of the person it is for.</summary>
    public string Whom => asking.Chosen?.Name ?? asking.Answers.TheirName ?? "";

    /// <summary>Somebody who has a file has agreed before.</summary>
    public bool AsksConsent => asking.Chosen is not { IsHerself: true };

    public string BackPath => asking.Questions()[^1].Path;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere) return elsewhere;
        if (IsForAnother && !TheyAgree) ModelState.AddModelError(nameof(TheyAgree), Words.Ask["TheyAgree_Missing"]);
        if (AsksConsent && !Agreed) ModelState.AddModelError(nameof(Agreed), Words.Ask["Agreed_Missing"]);
        if (!ModelState.IsValid) return Page();

        var request = AskedRequest.Of(asking, User.PersonIdIfAny(), await needs.CurrentAsync(ct), time.Now().Local());
        switch (await ask.RunAsync(request, ct))
        {
            case AskOutcome.Received:
                asking.Keep(HttpContext, asking.Answers.AfterSending());
                return Redirect(Question.Sent);
            case AskOutcome.Refused no:
                foreach (var error in no.Errors) ModelState.AddModelError(PlaceOf(error), error.Sentence(CultureInfo.CurrentUICulture));
                return Page();
            case AskOutcome.Busy:
                ModelState.AddModelError("", Words.Ask["Busy"]);
                return Page();
            default: throw new UnreachableException();
        }
    }

    /// <returns>Where she has to go first; null when everything is answered.</returns>
    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        await asking.LoadAsync(HttpContext, ct);
        if (asking.Answers.IsSent) return Redirect(Question.Sent);
        if (asking.Answers.Need is null) return Redirect(Question.Start);
        if (asking.FirstUnanswered() is { } missing) return Redirect(missing.ChangePath);
        Lines = Summary.Of(asking, await needs.CurrentAsync(ct));
        return null;
    }

    /// <summary>The line whose answer it is about.</summary>
    private static string PlaceOf(FieldError error) => error.Field switch
    {
        "needType" => "aide",
        "text" => "mots",
        "destination" => "destination",
        "place" => "ou",
        "name" or "phone" or "email" => "vous",
        "return" => "retour",
        _ => "jour",
    };
}
