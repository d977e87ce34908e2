using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Safety;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>The coordinator's day: what is to serve, to validate, to call, and for how long.</summary>
public sealed class IndexModel(DutyLists lists, TerritoriesOf territories, RequestFiles files, StopAutomaticValidation stop, SettleAttention settle, AlertList alerts, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    /// <summary>Those that stand on every screen stand above already.</summary>
    public IReadOnlyList<OpenAlert> Alerts { get; private set; } = [];

    public DutyDay? Day { get; private set; }

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public Instant Now { get; } = time.Now();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen) return NotFound();
        Territory = chosen.Value;
        Choices = await territories.ReadAsync(User.Territories(), ct);
        Day = await lists.ReadAsync(chosen, Ages.Language, ct);
        Alerts = [.. (await alerts.OpenAsync([chosen], ct)).Where(a => !a.OnEveryScreen)];
        return Day is null ? NotFound() : Page();
    }

    /// <summary>Nothing is posted without saying what for.</summary>
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostArreterAsync(Guid id, CancellationToken ct)
    {
        if (await files.ReadAsync(new(id), User.Territories(), Ages.Language, ct) is null) return NotFound();
        switch (await stop.RunAsync(new(id), User.Actor(), ct))
        {
            case StopOutcome.Stopped: this.Say(Words.Daily, "Stopped"); break;
            case StopOutcome.TooLate: this.Warn(Words.Daily, "Stop_TooLate"); break;
            case StopOutcome.Busy: this.Warn(Words.Daily, "Busy"); break;
            case StopOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }

        return RedirectToPage(new { territoire = Territory });
    }

    public async Task<IActionResult> OnPostFaitAsync(Guid id, CancellationToken ct)
    {
        switch (await settle.RunAsync(new(id), User.Territories(), User.Actor(), ct))
        {
            case SettleOutcome.Settled: this.Say(Words.Daily, "Settled"); break;
            case SettleOutcome.Busy: this.Warn(Words.Daily, "Busy"); break;
            case SettleOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }

        return RedirectToPage(new { territoire = Territory });
    }
}
