using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Learning;
using Tisserand.App.NeedTypes;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Pages.Coordination.Reglages;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>The labelling desk, one message at a time; below it, what was learned, and whether it is installed.</summary>
public sealed class ApprendreModel(
    LabellingDesk desk, LabelCorrection label, TrainClassifier train, InstallClassifier install, InstallDocument documents, ReadLearningState state, NeedCatalogue needs) : PageModel
{
    private Taxonomy _taxonomy = null!;

    /// <summary>The message that was answered.</summary>
    [BindProperty]
    public Guid? Id { get; set; }

    /// <summary>Chosen in the whole list.</summary>
    [BindProperty]
    public string? Type { get; set; }

    /// <summary>Null when nothing waits.</summary>
    public MessageToLabel? Shown { get; private set; }

    public LearningState Learning { get; private set; } = null!;

    public bool MayInstall { get; private set; }

    public IReadOnlyList<Choice> Needs { get; private set; } = [];

    public string NameOf(string code) => _taxonomy.Find(code) is { } need ? NameOf(need) : code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>Nothing is posted without saying what for.</summary>
    public IActionResult OnPost() => NotFound();

    /// <param name="choix">One of the suggestions; it wins over the list.</param>
    public Task<IActionResult> OnPostDireAsync(string? choix, CancellationToken ct)
    {
        var type = string.IsNullOrEmpty(choix) ? Type : choix;
        return string.IsNullOrEmpty(type) ? WrongAsync("Type_Missing", ct) : LabelAsync(type, ct);
    }

    public Task<IActionResult> OnPostPasserAsync(CancellationToken ct) => LabelAsync(null, ct);

    public async Task<IActionResult> OnPostEntrainerAsync(CancellationToken ct)
    {
        switch (await train.RunAsync(User.Actor(), ct))
        {
            case TrainOutcome.Proposed done: this.Say(Words.Learning, "Trained", undoPath: null, done.Version); break;
            case TrainOutcome.TooFew: break;                                              // the page says how many are missing
            case TrainOutcome.Busy: this.Warn(Words.Daily, "Busy"); break;
            default: throw new UnreachableException();
        }

        return RedirectToPage(null, null, null, "appris");
    }

    public async Task<IActionResult> OnPostInstallerAsync(int? version, int? basedOn, CancellationToken ct) =>
        version is { } wanted && basedOn is { } seen ? await DecidedAsync(await install.RunAsync(wanted, seen, User.Actor(), ct), ct) : NotFound();

    public async Task<IActionResult> OnPostRevenirAsync(int? basedOn, CancellationToken ct) =>
        basedOn is { } seen ? await DecidedAsync(await install.GoBackAsync(seen, User.Actor(), ct), ct) : NotFound();

    private async Task<IActionResult> DecidedAsync(InstallOutcome outcome, CancellationToken ct)
    {
        if (outcome is InstallOutcome.NotFound) return NotFound();
        if (this.IsInForce(outcome)) return RedirectToPage(null, null, null, "appris");
        await LoadAsync(ct);
        return Page();
    }

    private async Task<IActionResult> LabelAsync(string? type, CancellationToken ct)
    {
        if (Id is not { } id) return NotFound();
        switch (await label.RunAsync(new(id), type, User.Territories(), User.Actor(), ct))
        {
            case LabelOutcome.Labelled: this.Say(Words.Learning, "Labelled"); break;
            case LabelOutcome.Passed: this.Say(Words.Learning, "Passed"); break;
            case LabelOutcome.UnknownType: return await WrongAsync("Type_Missing", ct);
            case LabelOutcome.NotFound: return NotFound();
            case LabelOutcome.Busy: this.Warn(Words.Daily, "Busy"); break;
            default: throw new UnreachableException();
        }

        return RedirectToPage();
    }

    private async Task<IActionResult> WrongAsync(string key, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Id is not { } id || Shown?.Id.Value != id) return NotFound();
        ModelState.AddModelError(nameof(Type), Words.Learning[key]);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        _taxonomy = await needs.CurrentAsync(ct);
        Shown = await desk.NextAsync(User.Territories(), Id is { } again ? new ReadingCorrectionId(again) : null, ct);
        Learning = await state.ReadAsync(ct);
        MayInstall = await documents.MayAsync(User.Actor(), ct);
        Needs = [.. _taxonomy.NeedTypes.Select(n => new Choice(n.Code, NameOf(n), Group: NameOf(n.Parent is { } root ? _taxonomy.Find(root) ?? n : n)))];
    }

    private static string NameOf(NeedTypeDefinition need) => Ages.Language == "en" ? need.NameEn : need.NameFr;
}
