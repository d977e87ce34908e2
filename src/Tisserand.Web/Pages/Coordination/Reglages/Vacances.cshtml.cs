using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination.Reglages;

/// <summary>The school holidays of each zone: which years are loaded, and every period of them.</summary>
public sealed class VacancesModel(DocumentVersions versions, InstallDocument install, TimeProvider time) : PageModel
{
    public DocumentHistory History { get; private set; } = null!;

    public SchoolHolidays Table { get; private set; } = SchoolHolidays.None;

    /// <summary>School years, newest first; in each, the holidays by name in order of their first day.</summary>
    public IEnumerable<(SchoolYear Year, IEnumerable<(string Name, IReadOnlyList<SchoolHolidayPeriod> Periods)> Names)> Years =>
        from period in Table.Periods
        group period by SchoolYear.Of(period.First) into year
        orderby year.Key.StartYear descending
        select (year.Key, year.GroupBy(p => p.Name).Select(n => (n.Key, (IReadOnlyList<SchoolHolidayPeriod>)[.. n])));

    /// <summary>Earlier ones are folded away.</summary>
    public SchoolYear ThisYear { get; } = SchoolYear.Of(time.Now().LocalDay());

    public bool MayChange { get; private set; }

    public static string DaysOf(SchoolHolidayPeriod period) => Words.Settings["Holidays_Days", Ages.ShortDay(period.First), Ages.ShortDay(period.Last)];

    /// <summary>« 2025‑2026, 2026‑2027 », no year broken between two lines.</summary>
    public static string YearsOf(SchoolHolidays table, SchoolZone zone) => string.Join(", ", table.YearsLoaded(zone)).Replace('-', '\u2011');

    public static string PathOf(SchoolHolidayPeriod period) => $"/coordination/reglages/vacances/periode?zone={period.Zone}&debut={LocalDatePattern.Iso.Format(period.First)}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        History = await versions.ReadAsync(CooperativeDocument.SchoolHolidays, ct);
        Table = TableOf(History.Text);
        MayChange = await install.MayAsync(User.Actor(), ct);
    }

    internal static SchoolHolidays TableOf(string text) => SchoolHolidaysCsv.Read(text) is SchoolHolidaysReading.Read read ? read.Table : SchoolHolidays.None;
}
