using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Safety;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Somebody may be in danger: her words, how she is reached, who was called, and who has it in hand.</summary>
public sealed class AlerteModel(AlertList alerts, AnswerAlert answer, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? End { get; set; }

    public AlertFile Shown { get; private set; } = null!;

    public Instant Now { get; } = time.Now();

    public static IEnumerable<Choice> Ends => Enum.GetNames<DangerEnd>().Select(e => new Choice(e, Words.Safety["End_" + e]));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>Nothing is posted without saying what for.</summary>
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostPrendreAsync(CancellationToken ct) =>
        Said(await answer.TakeAsync(new(Id), User.Territories(), User.AccountId(), ct), "Alert_TakenByYou");

    public async Task<IActionResult> OnPostPasserAsync(CancellationToken ct) =>
        Said(await answer.CannotAsync(new(Id), User.Territories(), User.AccountId(), ct), "Alert_Passed");

    public async Task<IActionResult> OnPostFinirAsync(CancellationToken ct)
    {
        if (Enum.TryParse<DangerEnd>(End, out var how) && Enum.IsDefined(how))
            return Said(await answer.FinishAsync(new(Id), User.Territories(), how, User.AccountId(), ct), "Alert_Finished");
        if (!await LoadAsync(ct)) return NotFound();
        ModelState.AddModelError(nameof(End), Words.Safety["Alert_HowMissing"]);
        return Page();
    }

    private IActionResult Said(AlertOutcome outcome, string key)
    {
        switch (outcome)
        {
            case AlertOutcome.Done: this.Say(Words.Safety, key); break;
            case AlertOutcome.AlreadyTaken: this.Warn(Words.Safety, "Alert_Already"); break;
            case AlertOutcome.Busy: this.Warn(Words.Daily, "Busy"); break;
            case AlertOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }

        return RedirectToPage(new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await alerts.ReadAsync(new(Id), User.Territories(), ct) is not { } shown) return false;
        Shown = shown;
        return true;
    }
}
