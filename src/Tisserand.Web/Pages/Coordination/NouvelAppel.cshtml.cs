using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Somebody calls: who she is, what she needs and when, on one page, while she speaks.</summary>
public sealed class NouvelAppelModel(
    TakeCall take, FindPeople find, BeneficiaryFiles files, TerritoriesOf territories, NeedCatalogue needs, TimeProvider time, Site.SiteOptions site) : PageModel
{
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

    public IReadOnlyList<FoundSomebody>? Found { get; private set; }

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public IReadOnlyList<Choice> Needs { get; private set; } = [];

    public string Cooperative => site.Cooperative.Name;

    public static IEnumerable<Choice> Trips => Of("Trip_", "simple", "wait", "legs");

    public static IEnumerable<Choice> Repeats => Of("Repeat_", "week", "fortnight", "month");

    public static IEnumerable<Choice> Days => ((string[])["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
        .Select((code, i) => new Choice(code, CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName((DayOfWeek)((i + 1) % 7))));

    /// <summary>Something was typed there, or is wrong: that part of the form stands open.</summary>
    public bool Uses(params string[] fields) => fields.Any(f => ModelState.TryGetValue("Input." + f, out var typed) && (typed.Errors.Count > 0 || !string.IsNullOrEmpty(typed.AttemptedValue)));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>A post, so that no name and no number stands in an address.</summary>
    public async Task<IActionResult> OnPostChercherAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (string.IsNullOrWhiteSpace(Search)) ModelState.AddModelError(nameof(Search), Words.Intake["Search_Missing"]);
        else Found = await find.RunAsync(User.Territories(), Search, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Territory is not { } territory) return NotFound();
        var isNew = Known is null;
        if (isNew && !Input.Agreed) ModelState.AddModelError("Input.Agreed", Words.Intake["Agreed_Missing"]);
        if (isNew) Say(PersonReader.Read(Input.Person(), contactWanted: true, time.Now().LocalDay()).Problems);
        if (new CallReader(Input, time.Now().LocalDay(), ModelState).Read() is not var (need, rhythm) || !ModelState.IsValid) return Page();

        var call = new TelephoneCall(Request.FormKey() ?? Guid.NewGuid(), Known?.Who.TerritoryId ?? new TerritoryId(territory), Known?.Who.Id,
            isNew ? Input.Person() : null, need, rhythm, Input.Agreed);
        switch (await take.RunAsync(call, User.Territories(), User.Actor(), ct))
        {
            case TakeCallOutcome.Taken { First: { } request } done:
                if (done.Listed == 0) this.Say(Words.Intake, "Taken_Nobody");
                else this.Say(Words.Intake, "Taken", counts: done.Listed);
                return Redirect($"/coordination/demande/{request.Value}");
            case TakeCallOutcome.Taken done:
                this.Say(Words.Intake, "Taken_Later");
                return Redirect($"/coordination/beneficiaire/{done.Beneficiary.Value}");
            case TakeCallOutcome.Refused no:
                Say(no.Person);
                foreach (var error in no.Need) ModelState.AddModelError(FieldOf(error), error.Sentence(CultureInfo.CurrentUICulture));
                return Page();
            case TakeCallOutcome.NotFound: return NotFound();
            case TakeCallOutcome.Busy:
                ModelState.AddModelError("Input.Need", Words.Daily["Busy"]);
                return Page();
            default: throw new UnreachableException();
        }
    }

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
        var taxonomy = await needs.CurrentAsync(ct);
        Needs = [.. taxonomy.NeedTypes.Select(n => new Choice(n.Code, NameOf(n), Group: NameOf(n.Parent is { } root ? taxonomy.Find(root) ?? n : n)))];
        return true;
    }

    private static string NameOf(NeedTypeDefinition need) => Ages.Language == "en" ? need.NameEn : need.NameFr;

    private static IEnumerable<Choice> Of(string prefix, params string[] codes) => codes.Select(c => new Choice(c, Words.Intake[prefix + c]));
}
