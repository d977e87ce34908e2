using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>One request: its words, its list of volunteers with their reasons, who was asked, what was said.</summary>
/// <remarks>What ends, moves or gives back a visit is on <see cref="DemandeChangerModel"/>.</remarks>
public sealed class DemandeModel(
    RequestFiles files, MessagesOfRequest messages, WhyNot whyNot, SuggestProposals suggest, ValidateList validate, AgreeByPhone agree,
    StopAutomaticValidation stop, TakeBackMessage takeBack, ResumeRequest resume, MatchingWords words, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>« Pourquoi pas … ? »: a volunteer.</summary>
    [BindProperty(SupportsGet = true, Name = "pourquoi")]
    public Guid? Why { get; set; }

    /// <summary>Volunteers ticked.</summary>
    [BindProperty]
    public List<Guid> Picked { get; set; } = [];

    /// <summary>Places typed, by volunteer.</summary>
    [BindProperty]
    public Dictionary<string, string?> Ranks { get; set; } = [];

    [BindProperty]
    public bool OneAtATime { get; set; }

    public RequestFile Shown { get; private set; } = null!;

    public IReadOnlyList<RequestMessage> Messages { get; private set; } = [];

    public WhyNotAnswer? Answer { get; private set; }

    /// <summary>What stood against a yes on the telephone.</summary>
    public IReadOnlyList<string> Obstacles { get; private set; } = [];

    public Instant Now { get; } = time.Now();

    /// <summary>What one side told of a visit, in short sentences.</summary>
    public static IEnumerable<string> Told(ToldOfVisit told)
    {
        if (told.TookPlace is { } took) yield return Words.Daily[took ? "Told_TookPlace" : "Told_NotTookPlace"];
        if (told.Rating is { } rating) yield return Words.Daily["Told_Rating", rating];
        if (told.Again is { } again) yield return Words.Daily[again ? "Told_Again" : "Told_NotAgain"];
        if (told.Words is { Length: > 0 } words) yield return Words.Daily["Told_Words", words];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Shown.State == RequestState.Draft) return RedirectToPage("Brouillon", new { Id });
        Picked = [.. Shown.Candidates.Where(c => c.MayBeListed).Select(c => c.VolunteerId.Value)];
        Ranks = Shown.Candidates.Where(c => c.MayBeListed).ToDictionary(c => c.VolunteerId.Value.ToString(), c => (string?)c.Rank.ToString(CultureInfo.InvariantCulture));
        OneAtATime = Shown.OneAtATime;
        if (Why is { } volunteer && Shown.Volunteers.Any(v => v.Id == volunteer))
            Answer = await whyNot.ReadAsync(Shown.Id, new VolunteerId(volunteer), Ages.Language, ct);
        return Page();
    }

    /// <summary>Nothing is posted without saying what for.</summary>
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostChercherAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        return await suggest.RunAsync(Shown.Id, ct) switch
        {
            SuggestOutcome.Listed { Count: 0 } => Warned("Search_Nobody"),
            SuggestOutcome.Listed found => Said("Search_Found", found.Count),
            SuggestOutcome.NotOpen => Warned("NotOpen"),
            SuggestOutcome.Busy => Warned("Busy"),
            SuggestOutcome.NotFound => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<IActionResult> OnPostValiderAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Ordered() is not { } ordered) return Page();
        switch (await validate.RunAsync(Shown.Id, ordered, OneAtATime, User.Actor(), ct))
        {
            case ValidateOutcome.Validated list: return Said("Validated", list.People);
            case ValidateOutcome.NobodyChosen:
                ModelState.AddModelError(nameof(Picked), Words.Daily["Nobody_Picked"]);
                return Page();
            case ValidateOutcome.NotOpen: return Warned("NotOpen");
            case ValidateOutcome.Busy: return Warned("Busy");
            case ValidateOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostOuiAsync(Guid volunteer, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Shown.Volunteers.All(v => v.Id != volunteer) && Shown.Candidates.All(c => c.VolunteerId.Value != volunteer)) return NotFound();
        switch (await agree.RunAsync(Shown.Id, new VolunteerId(volunteer), User.Actor(), ct))
        {
            case AcceptOutcome.Planned: return Said("Phone_Planned");
            case AcceptOutcome.TooLate: return Warned("Phone_TooLate");
            case AcceptOutcome.NotWaiting: return Warned("Phone_NotWaiting");
            case AcceptOutcome.Busy: return Warned("Busy");
            case AcceptOutcome.NotYours: return NotFound();
            case AcceptOutcome.NoLongerPossible no:
                await LoadAsync(ct);
                var wording = await words.WordingAsync(Ages.Language, ct);
                Obstacles = [.. no.Why.Select(wording.Of)];
                return Page();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostArreterAsync(CancellationToken ct) => !await LoadAsync(ct) ? NotFound()
        : await stop.RunAsync(Shown.Id, User.Actor(), ct) switch
        {
            StopOutcome.Stopped => Said("Stopped"),
            StopOutcome.TooLate => Warned("Stop_TooLate"),
            StopOutcome.Busy => Warned("Busy"),
            StopOutcome.NotFound => NotFound(),
            _ => throw new UnreachableException(),
        };

    public async Task<IActionResult> OnPostReprendreAsync(Guid message, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Messages.All(m => m.Id.Value != message)) return NotFound();
        return await takeBack.RunAsync(Shown.Territory, new OutgoingMessageId(message), User.Actor(), ct) switch
        {
            TakeBackOutcome.TakenBack => Said("TakenBack"),
            TakeBackOutcome.TooLate => Messages.Any(m => m.Id.Value == message && m.MayCorrect) ? Corrected(message) : Warned("TakenBack_TooLate"),
            TakeBackOutcome.Busy => Warned("Busy"),
            TakeBackOutcome.NotFound => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<IActionResult> OnPostRouvrirAsync(CancellationToken ct) => !await LoadAsync(ct) ? NotFound()
        : await resume.RunAsync(Shown.Id, User.Actor(), ct) switch
        {
            ResumeOutcome.Resumed => Said("Resumed"),
            ResumeOutcome.NotPossible => Warned("Resume_NotPossible"),
            ResumeOutcome.Busy => Warned("Busy"),
            ResumeOutcome.NotFound => NotFound(),
            _ => throw new UnreachableException(),
        };

    /// <summary>Those ticked, by the place typed, then as they were; null after a place that cannot be read.</summary>
    private List<VolunteerId>? Ordered()
    {
        var placed = new List<(int Place, int Before, VolunteerId Who)>();
        foreach (var candidate in Shown.Candidates.Where(c => Picked.Contains(c.VolunteerId.Value)))
        {
            var key = candidate.VolunteerId.Value.ToString();
            var typed = Ranks.GetValueOrDefault(key);
            if (string.IsNullOrWhiteSpace(typed)) typed = candidate.Rank.ToString(CultureInfo.InvariantCulture);
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place is >= 1 and <= 99) placed.Add((place, candidate.Rank, candidate.VolunteerId));
            else ModelState.AddModelError($"Ranks[{key}]", Words.Daily["Rank_Unreadable", candidate.Name]);
        }

        return ModelState.IsValid ? [.. placed.OrderBy(p => p.Place).ThenBy(p => p.Before).Select(p => p.Who)] : null;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await files.ReadAsync(new(Id), User.Territories(), Ages.Language, ct) is not { } file) return false;
        Shown = file;
        Messages = await messages.ReadAsync(file.Id, ct);
        return true;
    }

    private RedirectToPageResult Said(string key, params int[] counts)
    {
        this.Say(Words.Daily, key, undoPath: null, counts);
        return RedirectToPage("Demande", null, new { Id });
    }

    /// <summary>Once the minute is over, undo proposes the correcting message.</summary>
    private RedirectResult Corrected(Guid message)
    {
        this.Warn(Words.Daily, "TakenBack_Left");
        return Redirect($"/coordination/message/{message}/corriger");
    }

    private RedirectToPageResult Warned(string key)
    {
        this.Warn(Words.Daily, key);
        return RedirectToPage("Demande", null, new { Id });
    }
}
