using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Understanding;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Somebody calls: what she says is typed as she speaks, and fills the request beside it. Who she is, what she needs and when, on one page.</summary>
public sealed class NouvelAppelModel(
    TakeCall take, FindPeople find, BeneficiaryFiles files, TerritoriesOf territories, NeedCatalogue needs, ReadWords read, ReadStoredWords stored,
    TimeProvider time, Site.SiteOptions site) : PageModel
{
    private const int MostWords = 2000, MostCallers = 5, ShortestName = 3;

    private Taxonomy _taxonomy = null!;
    private FilledByReading _filled = null!;

    [BindProperty(SupportsGet = true, Name = "personne")]
    public Guid? PersonId { get; set; }

    /// <summary>Where a new file is opened.</summary>
    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    [BindProperty]
    public CallForm Input { get; set; } = new();

    [BindProperty]
    public string? Search { get; set; }

    public BeneficiaryFile? Known { get; private set; }

    /// <summary>Who may be calling; null where nothing tells.</summary>
    public IReadOnlyList<FoundSomebody>? Found { get; private set; }

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public IReadOnlyList<Choice> Needs { get; private set; } = [];

    /// <summary>Her words as they were understood; null while there are none.</summary>
    public WordsRead? Said { get; private set; }

    public IReadOnlyList<CallQuestion> Questions { get; private set; } = [];

    public IReadOnlySet<string> Filled => _filled.Names;

    public string Cooperative => site.Cooperative.Name;

    public bool IsTrip => Input.Need is { } need && _taxonomy.Find(need)?.IsTrip == true;

    public static IEnumerable<Choice> Trips => Of("Trip_", "simple", "wait", "legs");

    public static IEnumerable<Choice> Repeats => Of("Repeat_", "week", "fortnight", "month");

    public static IEnumerable<Choice> Days => ((string[])["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
        .Select((code, i) => new Choice(code, CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName((DayOfWeek)((i + 1) % 7))));

    /// <summary>Something stands there, or is wrong: that part of the form is open.</summary>
    public bool Uses(params string[] fields) => fields.Any(f =>
        ModelState.TryGetValue("Input." + f, out var typed) && typed.Errors.Count > 0
        || typeof(CallForm).GetProperty(f)!.GetValue(Input) is true or string { Length: > 0 } or List<string> { Count: > 0 });

    public string NameOfNeed(string? code) => code is not null && _taxonomy.Find(code) is { } need ? NameOf(need) : "";

    /// <summary>Further needs and days of the message, each to be noted once this one is.</summary>
    public IEnumerable<(int Need, int Time, string Words)> Further => Said is null ? [] : Said.Asked.SelectMany((need, i) =>
        need.Times.Select((t, k) => (Need: Said.Needs.Count - Said.Asked.Count + i, Time: k, Words: Named(need, t.Settled))).DefaultIfEmpty((Said.Needs.Count - Said.Asked.Count + i, 0, Named(need, null)))).Skip(1);

    public async Task<IActionResult> OnGetAsync(Guid? apres, int besoin, int fois, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        _filled = FilledByReading.Of(Input);
        if (apres is not { } request) return Page();

        var said = await stored.RunAsync(new HelpRequestId(request), User.Territories(), ct);
        if (said is null || besoin < 0 || besoin >= said.Needs.Count) return NotFound();
        Input.Words = said.PartOf(besoin);
        var alone = said with { Needs = [said.Needs[besoin]], Act = SaidAct.AsksForHelp };
        _filled.Fill(Input, CallFromWords.Of(alone, isKnown: Known is not null, Known?.Who.Person.Insee));
        if (fois > 0 && fois < alone.First.Times.Count && alone.First.Times[fois].Settled is { } another) _filled.Choose(Input, CallFromWords.Time(another));
        Input.Agreed = true;
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>A post, so that no name and no number stands in an address.</summary>
    public async Task<IActionResult> OnPostChercherAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Settle();
        if (string.IsNullOrWhiteSpace(Search)) ModelState.AddModelError(nameof(Search), Words.Intake["Search_Missing"]);
        else Found = await find.RunAsync(User.Territories(), Search, ct);
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>Reads what is written, and fills every field that she has neither typed nor changed herself. The same page comes back.</summary>
    /// <param name="choix">Fields and values of an answer she chose among readings.</param>
    /// <param name="inconnue">Somebody else is calling than who was chosen.</param>
    public async Task<IActionResult> OnPostLireAsync(string? choix, bool inconnue, CancellationToken ct)
    {
        if (inconnue) PersonId = null;
        if (!await LoadAsync(ct)) return NotFound();
        Settle();
        if (ChosenIn(choix) is { } chosen) _filled.Choose(Input, chosen);
        if (Input.Words?.Length > MostWords) ModelState.AddModelError("Input.Words", Words.Reading["TooLong", Input.Words.Length]);
        else if (string.IsNullOrWhiteSpace(Input.Words) && choix is null && PersonId is null && !inconnue && string.IsNullOrWhiteSpace(Search)) ModelState.AddModelError("Input.Words", Words.Reading["Nothing"]);
        if (ModelState.IsValid) await FillAsync(ct);
        await CallersAsync(ct);
        return Page();
    }

    /// <param name="suite">Need and day of the message to note next.</param>
    public async Task<IActionResult> OnPostAsync(string? suite, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Territory is not { } territory) return NotFound();
        Input.SettleNeed();
        foreach (var key in (string[])["Input.Need", "Input.NeedShown", "Input.Suggested"]) ModelState.Remove(key);
        _filled = FilledByReading.Of(Input);

        var isNew = Known is null;
        if (isNew && !Input.Agreed) ModelState.AddModelError("Input.Agreed", Words.Intake["Agreed_Missing"]);
        if (isNew) Say(PersonReader.Read(Input.Person(), contactWanted: true, time.Now().LocalDay()).Problems);
        if (new CallReader(Input, time.Now().LocalDay(), ModelState).Read() is not var (need, rhythm) || !ModelState.IsValid) return await AgainAsync(ct);

        var call = new TelephoneCall(Request.FormKey() ?? Guid.NewGuid(), Known?.Who.TerritoryId ?? new TerritoryId(territory), Known?.Who.Id,
            isNew ? Input.Person() : null, need, rhythm, Input.Agreed, _filled.HasRead ? string.Join(' ', [$"v{ReadWords.EngineVersion}", .. _filled.Corrected]) : null);
        switch (await take.RunAsync(call, User.Territories(), User.Actor(), ct))
        {
            case TakeCallOutcome.Taken { First: { } request } done:
                if (done.Listed == 0) this.Say(Words.Intake, "Taken_Nobody");
                else this.Say(Words.Intake, "Taken", counts: done.Listed);
                return Next(suite, done.Beneficiary, request) ?? Redirect($"/coordination/demande/{request.Value}");
            case TakeCallOutcome.Taken done:
                this.Say(Words.Intake, "Taken_Later");
                return Redirect($"/coordination/beneficiaire/{done.Beneficiary.Value}");
            case TakeCallOutcome.Refused no:
                Say(no.Person);
                foreach (var error in no.Need) ModelState.AddModelError(FieldOf(error), error.Sentence(CultureInfo.CurrentUICulture));
                return await AgainAsync(ct);
            case TakeCallOutcome.NotFound: return NotFound();
            case TakeCallOutcome.Busy:
                ModelState.AddModelError("Input.Need", Words.Daily["Busy"]);
                return await AgainAsync(ct);
            default: throw new UnreachableException();
        }
    }

    private RedirectResult? Next(string? suite, BeneficiaryId who, HelpRequestId request) =>
        suite?.Split('.') is [var need, var time] && int.TryParse(need, NumberStyles.None, CultureInfo.InvariantCulture, out var besoin) && int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var fois)
            ? Redirect($"/coordination/nouvel-appel?personne={who.Value}&apres={request.Value}&besoin={besoin}&fois={fois}")
            : null;

    /// <summary>What was posted, from here on as the model holds it.</summary>
    private void Settle()
    {
        Input.SettleNeed();
        _filled = FilledByReading.Of(Input);
        ModelState.Clear();
    }

    private SaidWords Saying(string text) => new(text, Territory is { } here ? new TerritoryId(here) : null, Known?.Who.Id);

    private async Task FillAsync(CancellationToken ct)
    {
        Said = string.IsNullOrWhiteSpace(Input.Words) ? null : await read.RunAsync(Saying(Input.Words), ct);
        _filled.Fill(Input, Said is null ? new Dictionary<string, string>() : CallFromWords.Of(Said, Known is not null, Known?.Who.Person.Insee));
        Input.NeedShown = Input.Suggested = Input.Need;
        if (Said is not null) Show(Said);
    }

    /// <summary>What was understood, without filling anything.</summary>
    private async Task ShowAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Input.Words) || Input.Words.Length > MostWords) return;
        Said = await read.RunAsync(Saying(Input.Words), ct);
        Show(Said);
    }

    private void Show(WordsRead said)
    {
        Said = said;
        Input.NeedShown = Input.Suggested = Input.Need;
        Questions = CallQuestions.Of(Input, said, Known is not null, IsTrip);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        await CallersAsync(ct);
        return Page();
    }

    /// <summary>By what she looked for, the number typed or said, or the name.</summary>
    private async Task CallersAsync(CancellationToken ct)
    {
        if (Known is not null) return;
        string?[] tries = [Search, Input.Phone, Said?.Persons.Phone?.National, Said?.Persons.CallerName?.Last, $"{Input.LastName} {Input.FirstName}".Trim()];
        foreach (var text in tries.Where(t => t?.Trim().Length >= ShortestName))
        {
            var found = await find.RunAsync(User.Territories(), text!, ct);
            if (found.Count > 0 || text == Search) Found = [.. found.Take(text == Search ? FindPeople.Most : MostCallers)];
            if (Found is not null) return;
        }
    }

    private static Dictionary<string, string>? ChosenIn(string? choice)
    {
        try
        {
            return string.IsNullOrEmpty(choice) ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(choice);
        }
        catch (JsonException)
        {
            return null;                                     // changed on its way: nothing is chosen
        }
    }

    private string Named(NeedRead need, TimeRead? when) => string.Join(", ", ((string[])
    [
        NameOfNeed(need.Type ?? (need.Suggestions is [var likeliest, ..] ? likeliest.Code : null)), when is null ? "" : Ages.Day(when.FirstDay),
    ]).Where(s => s.Length > 0));

    private void Say(IEnumerable<App.People.FieldProblem> problems)
    {
        foreach (var problem in problems)
            ModelState.AddModelError("Input." + (problem.Field is nameof(PersonForm.Landline) or nameof(PersonForm.Mobile) ? nameof(CallForm.Phone) : problem.Field), PersonFields.SentenceOf(problem));
    }

    private static string FieldOf(FieldError error) => "Input." + error.Field switch
    {
        "needType" => nameof(CallForm.Need),
        "text" => nameof(CallForm.Words),
        "people" => nameof(CallForm.People),
        "place" => nameof(CallForm.PlaceCommune),
        "destination" => nameof(CallForm.DestinationCommune),
        "return" => nameof(CallForm.ReturnAt),
        "rule" => nameof(CallForm.Repeat),
        "lastDate" => nameof(CallForm.RepeatUntil),
        "beneficiary" => nameof(CallForm.Need),
        _ => error.Problem is App.Requests.FieldProblem.PickUpAfterAppointment or App.Requests.FieldProblem.LatestBeforeEarliest ? nameof(CallForm.From) : nameof(CallForm.Day),
    };

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen) return false;
        Territory = chosen.Value;
        if (PersonId is { } person)
        {
            Known = await files.ReadAsync(new BeneficiaryId(person), User.Territories(), Ages.Language, ct);
            if (Known is null) return false;
        }

        Choices = await territories.ReadAsync(User.Territories(), ct);
        _taxonomy = await needs.CurrentAsync(ct);
        Needs = [.. _taxonomy.NeedTypes.Select(n => new Choice(n.Code, NameOf(n), Group: NameOf(n.Parent is { } root ? _taxonomy.Find(root) ?? n : n)))];
        return true;
    }

    private static string NameOf(NeedTypeDefinition need) => Ages.Language == "en" ? need.NameEn : need.NameFr;

    private static IEnumerable<Choice> Of(string prefix, params string[] codes) => codes.Select(c => new Choice(c, Words.Intake[prefix + c]));
}
