using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;
using Tisserand.App.Reports;
using Tisserand.App.Territories;
using Tisserand.Web.Health;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Admin;

/// <summary>Whether the installation is well, what runs, how much it holds, and how to keep a copy.</summary>
public sealed class IndexModel(ReadInstallationCounts counts, TimeProvider time) : PageModel
{
    public ReadinessReport Readiness { get; private set; } = null!;

    public InstallationCounts Counts { get; private set; } = null!;

    public string Version { get; } = typeof(IndexModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public string Day => LocalDatePattern.Iso.Format(time.Now().LocalDay());

    public string NameOf(CheckResult check) => check.Name is "database" or "migrations" or "jobs" or "disk" or "outbox"
        ? Words.Board["Check_" + check.Name]
        : check.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Readiness = await ReadinessReport.AskAsync(HttpContext.RequestServices, ct);
        Counts = await counts.RunAsync(ct);
    }
}
