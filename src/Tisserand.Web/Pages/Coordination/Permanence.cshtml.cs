using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Safety;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Who coordinates when: what waits goes to whoever is on duty.</summary>
public sealed class PermanenceModel(ReadTerritorySettings settings, AddDuty add, RemoveDuty remove, AlertContacts contacts, TerritoriesOf territories, TimeProvider time) : PageModel
{
    private static readonly string[] DayCodes = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Of whoever is signed in.</summary>
    [BindProperty]
    public string? Mobile { get; set; }

    public TerritorySettings Shown { get; private set; } = null!;

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public IEnumerable<Choice> Coordinators => Shown.Coordinators.Select(c => new Choice(c.Id.Value.ToString(), c.Name));

    public static IEnumerable<Choice> Kinds => Enum.GetNames<DutyKind>().Select(k => new Choice(k, Words.Intake["Duty_" + k]));

    public static IEnumerable<Choice> Days => DayCodes
        .Select((code, i) => new Choice(code, System.Globalization.CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName((DayOfWeek)((i + 1) % 7))));

    public static string HoursOf(DutyLine line) => line.Hours.Length == 0 || OpeningHours.Parse(line.Hours) is not OpeningHoursReading.Read read ? Words.Intake["Duty_WholeDays"]
        : Ages.Language == "en" ? new Availability(read.Value).ToEnglish() : read.Value.ToFrench();

    public static string DaysOf(DutyLine line) => line.From is { } from ? Said.Days(from, line.Until) : line.Until is { } until ? Words.Intake["Duty_UntilDay", Ages.Day(until)] : Words.Intake["Duty_Always"];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Mobile = await contacts.MobileAsync(User.AccountId(), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostMobileAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!await contacts.SetMobileAsync(User.AccountId(), Shown.Id, Mobile, User.Actor(), ct))
        {
            ModelState.AddModelError(nameof(Mobile), Words.Safety["Mobile_Wrong"]);
            return Page();
        }

        this.Say(Words.Safety, "Mobile_Saved");
        return Redirect($"/coordination/permanence?territoire={Territory}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var who = Shown.Coordinators.FirstOrDefault(c => c.Id.Value.ToString() == Input.Coordinator);
        if (who == default) ModelState.AddModelError("Input.Coordinator", Words.Shared["Error_Choice"]);
        if (!Enum.TryParse<DutyKind>(Input.Kind, out var kind)) ModelState.AddModelError("Input.Kind", Words.Shared["Error_Choice"]);
        var today = time.Now().LocalDay();
        var from = Dated.Read(Input.From, "Input.From", today, ModelState, wanted: kind is DutyKind.Away or DutyKind.StandIn);
        var until = Dated.Read(Input.Until, "Input.Until", today, ModelState, wanted: kind is DutyKind.Away);
        var hours = kind == DutyKind.Away ? "" : Hours();
        if (!ModelState.IsValid) return Page();
        switch (await add.RunAsync(Shown.Id, who.Id, kind, hours, from, until, User.Actor(), ct))
        {
            case SaveOutcome<DutyShiftId>.Saved: return Done("Duty_Added");
            case SaveOutcome<DutyShiftId>.Refused no:
                foreach (var problem in no.Problems) ModelState.AddModelError(problem.Field == "Until" ? "Input.Until" : "Input.Opens", Words.Intake["Problem_" + problem.Code]);
                return Page();
            case SaveOutcome<DutyShiftId>.NotFound: return NotFound();
            case SaveOutcome<DutyShiftId>.Busy: ModelState.AddModelError("Input.Coordinator", Words.Daily["Busy"]); return Page();
            default: throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid shift, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        return await remove.RunAsync(Shown.Id, new DutyShiftId(shift), User.Actor(), ct) is SaveOutcome<DutyShiftId>.NotFound ? NotFound() : Done("Duty_Removed");
    }

    /// <summary>Days and hours in the notation; no day ticked is every day, no hour the whole of it.</summary>
    private string Hours()
    {
        var days = string.Join(',', DayCodes.Where(Input.Days.Contains));
        if (string.IsNullOrWhiteSpace(Input.Opens) && string.IsNullOrWhiteSpace(Input.Closes)) return days.Length == 0 ? "" : days + " 00:00-24:00";
        var (opens, closes) = (Hour(Input.Opens, "Input.Opens"), Hour(Input.Closes, "Input.Closes"));
        if (opens is not { } from || closes is not { } until) return "";
        if (until <= from) ModelState.AddModelError("Input.Closes", Words.Intake["Problem_before_start"]);
        return FormattableString.Invariant($"{(days.Length == 0 ? "Mo-Su" : days)} {from.Hour:00}:{from.Minute:00}-{until.Hour:00}:{until.Minute:00}");
    }

    private LocalTime? Hour(string? typed, string field)
    {
        var read = FrenchTimes.Read(typed);
        if (read is null) ModelState.AddModelError(field, Words.Shared["Time_Unreadable"]);
        return read;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen || await settings.ReadAsync(chosen, ct) is not { } shown) return false;
        (Territory, Shown) = (chosen.Value, shown);
        Choices = await territories.ReadAsync(User.Territories(), ct);
        return true;
    }

    private RedirectResult Done(string key)
    {
        this.Say(Words.Intake, key);
        return Redirect($"/coordination/permanence?territoire={Territory}");
    }

    public sealed class Typed
    {
        public string? Coordinator { get; set; }
        public string? Kind { get; set; }
        public List<string> Days { get; set; } = [];
        public string? Opens { get; set; }
        public string? Closes { get; set; }
        public string? From { get; set; }
        public string? Until { get; set; }
    }
}
