using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination.Reglages;

/// <summary>One period of school holidays of one zone is added, changed or removed.</summary>
public sealed class PeriodeModel(DocumentVersions versions, InstallDocument install, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "zone")]
    public string? Zone { get; set; }

    /// <summary>First day of the one to change, ISO.</summary>
    [BindProperty(SupportsGet = true, Name = "debut")]
    public string? First { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public int Version { get; private set; }

    public SchoolHolidayPeriod? Known { get; private set; }

    public bool MayChange { get; private set; }

    public static IEnumerable<Choice> Zones => Enum.GetNames<SchoolZone>().Select(z => new Choice(z, Words.Settings["Holidays_ZoneOf", z], Words.Settings["Holidays_Academies_" + z]));

    private SchoolHolidays Table { get; set; } = SchoolHolidays.None;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Known is { } known) Input = new Typed { Zone = known.Zone.ToString(), Name = known.Name, First = Written(known.First), Last = Written(known.Last) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int seen, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Read() is not { } period) return Page();
        return await InstallAsync([.. Table.Periods.Where(p => p != Known), period], seen, ct);
    }

    public async Task<IActionResult> OnPostRetirerAsync(int seen, CancellationToken ct) =>
        !await LoadAsync(ct) || Known is null ? NotFound() : await InstallAsync([.. Table.Periods.Where(p => p != Known)], seen, ct);

    private async Task<IActionResult> InstallAsync(IReadOnlyList<SchoolHolidayPeriod> periods, int seen, CancellationToken ct)
    {
        var outcome = await install.RunAsync(CooperativeDocument.SchoolHolidays, SchoolHolidaysCsv.Write(new SchoolHolidays(periods)), seen, User.Actor(), ct);
        return this.IsInForce(outcome, PlaceOf) ? Redirect("/coordination/reglages/vacances") : Page();
    }

    /// <summary>Lines of a table nobody sees mean nothing here: the reason alone is said, at the day.</summary>
    private static (string, string)? PlaceOf(DocumentMistake mistake) => mistake is DocumentMistake.OfHolidays holidays
        ? ("Input." + nameof(Typed.First), ErrorSentences.Of(holidays.Error, CultureInfo.CurrentUICulture))
        : null;

    private SchoolHolidayPeriod? Read()
    {
        var today = time.Now().LocalDay();
        var zone = default(SchoolZone);
        if (Input.Zone is not ("A" or "B" or "C") || !Enum.TryParse(Input.Zone, out zone)) ModelState.AddModelError("Input.Zone", Words.Shared["Error_Choice"]);
        var name = Input.Name?.Trim() ?? "";
        if (name.Length == 0 || name.Contains(';', StringComparison.Ordinal)) ModelState.AddModelError("Input.Name", Words.Settings["Holidays_Name_Missing"]);
        var first = Dated.Read(Input.First, "Input.First", today, ModelState);
        var last = Dated.Read(Input.Last, "Input.Last", first ?? today, ModelState);
        if (last < first) ModelState.AddModelError("Input.Last", ErrorSentences.Of(SchoolHolidaysError.EndsBeforeItBegins, CultureInfo.CurrentUICulture));
        return ModelState.IsValid && first is { } from && last is { } until ? new SchoolHolidayPeriod(zone, from, until, name) : null;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var history = await versions.ReadAsync(CooperativeDocument.SchoolHolidays, ct);
        (Version, Table) = (history.Version, VacancesModel.TableOf(history.Text));
        MayChange = await install.MayAsync(User.Actor(), ct);
        if (Zone is null && First is null) return true;
        Known = Table.Periods.FirstOrDefault(p => p.Zone.ToString() == Zone && LocalDatePattern.Iso.Format(p.First) == First);
        return Known is not null;
    }

    private static string Written(LocalDate day) => day.ToString("dd/MM/uuuu", CultureInfo.InvariantCulture);

    public sealed class Typed
    {
        public string? Zone { get; set; }
        public string? Name { get; set; }
        public string? First { get; set; }
        public string? Last { get; set; }
    }
}
