using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Understanding;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Somebody unknown asked on the site: call, find out whose need it is, open or refuse it.</summary>
public sealed class BrouillonModel(DraftFiles drafts, ConfirmDraft confirm, CancelRequest cancel, ReadStoredWords words, TimeProvider time) : PageModel
{
    /// <summary>Why a draft may be refused.</summary>
    public static readonly EndReason[] Reasons = [EndReason.Unreachable, EndReason.NoLongerWanted, EndReason.DoneByOthers, EndReason.OutOfScope, EndReason.Duplicate];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Beneficiary { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Letters searched; posted, so that a name is never in an address.</summary>
    [BindProperty]
    public string? Search { get; set; }

    public DraftFile Draft { get; private set; } = null!;

    /// <summary>Her words as they are understood; null where she wrote none.</summary>
    public WordsRead? Read { get; private set; }

    public Instant Now { get; } = time.Now();

    public IEnumerable<Choice> ReasonChoices => Reasons.Select(r => new Choice(r.ToString(), Words.Daily["Reason_" + r]));

    public IEnumerable<Choice> Files => new[] { Draft.Known }.OfType<FoundFile>().Concat(Draft.Found)
        .Select(f => new Choice(f.Id.Value.ToString(), f.Name, string.Join(", ", new[] { f.Street, f.Commune }.Where(t => !string.IsNullOrEmpty(t)))));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Draft.State != RequestState.Draft) return RedirectToPage("Demande", new { Id });
        Beneficiary = Draft.Known?.Id.Value.ToString();
        return Page();
    }

    /// <summary>Nothing is posted without saying what for.</summary>
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostTrouverAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Files.Any()) return Page();
        ModelState.AddModelError(nameof(Search), Words.Daily["Draft_NobodyFound"]);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmerAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!Guid.TryParse(Beneficiary, out var beneficiary))
        {
            ModelState.AddModelError(nameof(Beneficiary), Words.Daily["Draft_ChooseFile"]);
            return Page();
        }

        if (!await drafts.MayAttachAsync(Draft.Id, new BeneficiaryId(beneficiary), User.Territories(), ct)) return NotFound();
        switch (await confirm.RunAsync(Draft.Id, new BeneficiaryId(beneficiary), corrected: null, User.Actor(), ct))
        {
            case ConfirmOutcome.Opened:
                this.Say(Words.Daily, "Draft_Opened");
                return RedirectToPage("Demande", new { Id });
            case ConfirmOutcome.Refused no: return Refused(no.Errors, nameof(Beneficiary));
            case ConfirmOutcome.NotADraft: return Warned("Draft_Already", "Demande");
            case ConfirmOutcome.Busy: return Warned("Busy", "Brouillon");
            case ConfirmOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostRefuserAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!Enum.TryParse<EndReason>(Reason, out var reason) || !Reasons.Contains(reason))
        {
            ModelState.AddModelError(nameof(Reason), Words.Daily["Reason_Missing"]);
            return Page();
        }

        switch (await cancel.RunAsync(Draft.Id, new Cancellation(reason, Note, BothLegs: true), User.Actor(), ct))
        {
            case CancelOutcome.Cancelled:
                this.Say(Words.Daily, "Draft_Refused");
                return RedirectToPage("Index");
            case CancelOutcome.Refused no: return Refused(no.Errors, no.Errors[0].Field == "note" ? nameof(Note) : nameof(Reason));
            case CancelOutcome.AlreadyEnded: return Warned("Ended_Already", "Demande");
            case CancelOutcome.Busy: return Warned("Busy", "Brouillon");
            case CancelOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    private PageResult Refused(IReadOnlyList<FieldError> errors, string field)
    {
        foreach (var error in errors) ModelState.AddModelError(field, error.Sentence(CultureInfo.CurrentUICulture));
        return Page();
    }

    private RedirectToPageResult Warned(string key, string page)
    {
        this.Warn(Words.Daily, key);
        return RedirectToPage(page, null, new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await drafts.ReadAsync(new(Id), User.Territories(), string.IsNullOrWhiteSpace(Search) ? null : Search, Ages.Language, ct) is not { } draft) return false;
        Draft = draft;
        Read = await words.RunAsync(draft.Id, User.Territories(), ct);
        return true;
    }
}
