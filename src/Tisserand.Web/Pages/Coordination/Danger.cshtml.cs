using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Safety;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>The door to written words: the answers to a danger, approved by people, and whether messages become requests.</summary>
public sealed class DangerModel(DangerAnswers answers, TextIntake intake, ReadTerritorySettings settings, TerritoriesOf territories) : PageModel
{
    private Dictionary<string, string>? _typed;

    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    [BindProperty]
    public bool SaysWhenRead { get; set; }

    /// <summary>Of the sentences, as they were shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    public bool IsOpen { get; private set; }

    public DangerSentences InForce { get; private set; } = DangerSentences.Shipped;

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    /// <summary>What was typed in a field such as <c>fr.Vital</c>, else the sentence in force.</summary>
    public string Typed(string field) => _typed?[field] ?? InForce.ByLanguage[field[..2]][field[3..]];

    public string? Wrong(string field) => ModelState.TryGetValue(field, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is null ? NotFound() : Page();

    /// <summary>Nothing is posted without saying what for.</summary>
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostApprouverAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is null) return NotFound();
        _typed = (from language in DangerSentences.Languages from code in DangerSentences.Codes select $"{language}.{code}")
            .ToDictionary(field => field, field => (Request.Form[field].ToString().Replace("\r", "", StringComparison.Ordinal)).Trim());
        var sentences = InForce with
        {
            Version = Version,
            ByLanguage = DangerSentences.Languages.ToDictionary(l => l, IReadOnlyDictionary<string, string> (l) => DangerSentences.Codes.ToDictionary(c => c, c => _typed[$"{l}.{c}"])),
        };
        switch (await answers.ApproveAsync(sentences, User.Actor(), ct))
        {
            case ApprovalOutcome.Approved: return Done("Sentences_Saved");
            case ApprovalOutcome.Refused no:
                foreach (var problem in no.Problems) ModelState.AddModelError(problem.Field, Words.Safety["Problem_" + problem.Code]);
                return Page();
            case ApprovalOutcome.Overtaken: return Refused("Sentences_Overtaken");
            case ApprovalOutcome.NotAllowed: return Refused("Sentences_NotAllowed");
            case ApprovalOutcome.Busy: return Refused("Busy");
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostOuvrirAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } territory) return NotFound();
        switch (await intake.OpenAsync(territory, SaysWhenRead, User.Actor(), ct))
        {
            case TextIntakeOutcome.Done: return Done("Intake_Opened");
            case TextIntakeOutcome.AnswersNotApproved: return Refused("Intake_NotApproved");
            case TextIntakeOutcome.NobodyOnCall: return Refused("Intake_NobodyOnCall");
            case TextIntakeOutcome.Busy: return Refused("Busy");
            case TextIntakeOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostFermerAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } territory) return NotFound();
        return await intake.CloseAsync(territory, User.Actor(), ct) is TextIntakeOutcome.Done ? Done("Intake_Closed") : Refused("Busy");
    }

    private PageResult Refused(string key)
    {
        ModelState.AddModelError(nameof(SaysWhenRead), key == "Busy" ? Words.Daily[key] : Words.Safety[key]);
        return Page();
    }

    private RedirectResult Done(string key)
    {
        this.Say(Words.Safety, key);
        return Redirect($"/coordination/danger?territoire={Territory}");
    }

    private async Task<TerritoryId?> LoadAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen || await settings.ReadAsync(chosen, ct) is not { } shown) return null;
        (Territory, IsOpen) = (chosen.Value, shown.ReadsTexts);
        InForce = await answers.InForceAsync(ct);
        Choices = await territories.ReadAsync(User.Territories(), ct);
        return chosen;
    }
}
