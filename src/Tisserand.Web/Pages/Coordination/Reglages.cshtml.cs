using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.People;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>From which confidence a list may leave without a person, and how long that can be stopped.</summary>
public sealed class ReglagesModel(ReadTerritorySettings settings, SetThreshold set, TerritoriesOf territories) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public TerritorySettings Shown { get; private set; } = null!;

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public static IEnumerable<Choice> Thresholds =>
    [
        new("never", Words.Intake["Threshold_Never"]),
        .. ((int[])[95, 90, 80, 70, 60, 50]).Select(n => new Choice(n.ToString(CultureInfo.InvariantCulture), Words.Intake["Threshold_From", n / 10.0])),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Input = new Typed
        {
            AutomaticFrom = Shown.AutomaticFrom is { } from ? Math.Round(from * 100).ToString(CultureInfo.InvariantCulture) : "never",
            GraceMinutes = Shown.GraceMinutes.ToString(CultureInfo.InvariantCulture),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        double? from = null;
        if (int.TryParse(Input.AutomaticFrom, NumberStyles.None, CultureInfo.InvariantCulture, out var percent)) from = percent / 100.0;
        else if (Input.AutomaticFrom != "never") ModelState.AddModelError("Input.AutomaticFrom", Words.Shared["Error_Choice"]);
        if (!int.TryParse(Input.GraceMinutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var grace)) ModelState.AddModelError("Input.GraceMinutes", Words.Shared["Error_Number"]);
        if (!ModelState.IsValid) return Page();
        switch (await set.RunAsync(Shown.Id, from, grace, User.Actor(), ct))
        {
            case SaveOutcome<TerritoryId>.Saved:
                this.Say(Words.Intake, "Threshold_Saved");
                return Redirect($"/coordination/reglages?territoire={Territory}");
            case SaveOutcome<TerritoryId>.Refused no:
                foreach (var problem in no.Problems) ModelState.AddModelError("Input." + problem.Field, Words.Intake["Problem_" + problem.Code]);
                return Page();
            case SaveOutcome<TerritoryId>.NotFound: return NotFound();
            case SaveOutcome<TerritoryId>.Busy: ModelState.AddModelError("Input.AutomaticFrom", Words.Daily["Busy"]); return Page();
            default: throw new UnreachableException();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen || await settings.ReadAsync(chosen, ct) is not { } shown) return false;
        (Territory, Shown) = (chosen.Value, shown);
        Choices = await territories.ReadAsync(User.Territories(), ct);
        return true;
    }

    public sealed class Typed
    {
        public string? AutomaticFrom { get; set; }
        public string? GraceMinutes { get; set; }
    }
}
