using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.People;
using Tisserand.App.Territories;
using Tisserand.App.Understanding;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Pages.Coordination;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Benevole;

/// <summary>When she is free in an ordinary week: in words, and in boxes to tick.</summary>
public sealed class DisponibilitesModel(VolunteerSelf self, ChangeAvailability change, ReadFreeTimes read, TimeProvider time) : PageModel
{
    private const int LongestWords = 500;

    [BindProperty]
    public GridTyped Grid { get; set; } = new();

    /// <summary>Her free times as she writes them.</summary>
    [BindProperty]
    public string? InWords { get; set; }

    /// <summary>What her words mean; null before she has written any.</summary>
    public FreeTimesRead? Read { get; private set; }

    public string? Free { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await self.ReadAsync(User.VolunteerId(), ct) is not { } mine) return NotFound();
        Show(mine);
        Grid = GridTyped.Of(mine.Hours, mine.EveryOtherWeekFrom);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await self.ReadAsync(User.VolunteerId(), ct) is not { } mine) return NotFound();
        Show(mine);
        var first = Dated.Read(Grid.EveryOtherWeekFrom, "Grid.EveryOtherWeekFrom", time.Now().LocalDay(), ModelState, wanted: false);
        if (Grid.Hours() is not { } hours)
        {
            ModelState.AddModelError("Grid.Ticks", Words.Volunteer["Hours_Empty"]);
            return Page();
        }
        if (!ModelState.IsValid) return Page();

        return Answer(await change.RunAsync(User.VolunteerId(), hours, mine.From, mine.Until, first, User.Actor(), ct), "Grid.Ticks");
    }

    /// <summary>Shows what the words mean; nothing is changed yet.</summary>
    public Task<IActionResult> OnPostLireAsync(CancellationToken ct) => WithWordsAsync(() => Task.FromResult<IActionResult>(Page()), ct);

    /// <summary>What was shown is what is kept: the words are read again, and only what leaves no doubt is taken.</summary>
    public Task<IActionResult> OnPostMotsAsync(CancellationToken ct) => WithWordsAsync(async () => Read is { IsSure: true, Hours: { } hours }
        ? Answer(await change.RunAsync(User.VolunteerId(), hours.ToString(), Read.From, Read.Until, null, User.Actor(), ct), nameof(InWords))
        : Page(), ct);

    private async Task<IActionResult> WithWordsAsync(Func<Task<IActionResult>> then, CancellationToken ct)
    {
        if (await self.ReadAsync(User.VolunteerId(), ct) is not { } mine) return NotFound();
        Show(mine);
        Grid = GridTyped.Of(mine.Hours, mine.EveryOtherWeekFrom);
        if (string.IsNullOrWhiteSpace(InWords)) ModelState.AddModelError(nameof(InWords), Words.Volunteer["Hours_InWords_Missing"]);
        else if (InWords.Length > LongestWords) ModelState.AddModelError(nameof(InWords), Words.Volunteer["Hours_InWords_TooLong"]);
        if (!ModelState.IsValid) return Page();

        Read = await read.RunAsync(User.VolunteerId(), InWords!, ct);
        if (Read is null) return NotFound();
        if (Read.Hours is not { } hours)
        {
            ModelState.AddModelError(nameof(InWords), Read.Questions is [{ Code: not "when" } question, ..] ? Words.Volunteer["Hours_InWords_Ask", Ages.Language == "en" ? question.English : question.French] : Words.Volunteer["Hours_InWords_Unread"]);
            return Page();
        }

        Grid = GridTyped.Of(hours.ToString(), null);
        ModelState.Remove("Grid.Ticks");
        return await then();
    }

    private IActionResult Answer(SaveOutcome<VolunteerId> outcome, string field)
    {
        switch (outcome)
        {
            case SaveOutcome<VolunteerId>.Saved: this.Say(Words.Volunteer, "Hours_Saved"); return RedirectToPage();
            case SaveOutcome<VolunteerId>.Refused: ModelState.AddModelError(field, Words.Volunteer["Hours_Empty"]); return Page();
            case SaveOutcome<VolunteerId>.Busy: ModelState.AddModelError(field, Words.Volunteer["Busy"]); return Page();
            case SaveOutcome<VolunteerId>.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    private void Show(OwnTime mine) => Free = GridTyped.InWords(mine.Hours, mine.From, mine.Until, mine.EveryOtherWeekFrom);
}
