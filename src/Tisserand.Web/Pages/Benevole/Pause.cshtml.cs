using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Benevole;

/// <summary>She is away for some days, or rests until she says otherwise. No reason is asked.</summary>
public sealed class PauseModel(VolunteerSelf self, RecordAbsence away, EndAbsence back, MoveVolunteer move, TimeProvider time) : PageModel
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public OwnTime Mine { get; private set; } = null!;

    public LocalDate Today => time.Now().LocalDay();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await self.ReadAsync(User.VolunteerId(), context.HttpContext.RequestAborted) is { } mine)
        {
            Mine = mine;
            await next();
        }
        else context.Result = NotFound();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAbsenceAsync(CancellationToken ct)
    {
        var (from, until) = (Dated.Read(Input.From, "Input.From", Today, ModelState), Dated.Read(Input.Until, "Input.Until", Today, ModelState));
        if (!ModelState.IsValid) return Page();
        switch (await away.RunAsync(User.VolunteerId(), from!.Value, until!.Value, reason: null, User.Actor(), ct))
        {
            case AbsenceOutcome.Recorded { Reopened.Count: > 0 } done: return Said("Away_Reopened", done.Reopened.Count);
            case AbsenceOutcome.Recorded: return Said("Away_Noted");
            case AbsenceOutcome.Refused no:
                foreach (var error in no.Errors) ModelState.AddModelError(error.Field == "from" ? "Input.From" : "Input.Until", error.Sentence(CultureInfo.CurrentUICulture));
                return Page();
            case AbsenceOutcome.NotPossible or AbsenceOutcome.NotFound: return NotFound();
            case AbsenceOutcome.Busy: return Said("Busy");
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostRetourAsync(Guid absence, CancellationToken ct)
    {
        if (Mine.Away.FirstOrDefault(a => a.Id.Value == absence) is not { } known) return NotFound();
        await back.RunAsync(known.Id, Today.PlusDays(-1), User.Actor(), ct);
        return Said("Away_Ended");
    }

    public Task<IActionResult> OnPostReposAsync(CancellationToken ct) => MoveAsync(PersonState.Paused, "Rest_Done", ct);

    public Task<IActionResult> OnPostReprendreAsync(CancellationToken ct) => MoveAsync(PersonState.Active, "Rest_Ended", ct);

    // A candidate nobody has met yet does not let herself in by resting first.
    private async Task<IActionResult> MoveAsync(PersonState next, string sentence, CancellationToken ct)
    {
        if (Mine.State is not (PersonState.Active or PersonState.Paused)) return NotFound();
        return await move.RunAsync(User.VolunteerId(), next, User.Actor(), ct) switch
        {
            SaveOutcome<VolunteerId>.Saved => Said(sentence),
            SaveOutcome<VolunteerId>.Refused or SaveOutcome<VolunteerId>.Busy => Said("Busy"),
            SaveOutcome<VolunteerId>.NotFound => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    private RedirectToPageResult Said(string sentence, params int[] counts)
    {
        this.Say(Words.Volunteer, sentence, undoPath: null, counts);
        return RedirectToPage("Pause");
    }

    public sealed class Typed
    {
        public string? From { get; set; }

        public string? Until { get; set; }
    }
}
