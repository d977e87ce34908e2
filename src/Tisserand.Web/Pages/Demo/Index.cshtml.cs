using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Accounts;
using Tisserand.Web.Site;

namespace Tisserand.Web.Pages.Demo;

/// <summary>Who may one be? Only in a demonstration; elsewhere there is no such page.</summary>
public sealed class IndexModel(SiteOptions site, DemonstrationDoors doors) : PageModel
{
    public IReadOnlyList<DemonstrationDoor> Doors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!site.IsDemonstration) return NotFound();
        Doors = await doors.ReadAsync(ct);
        return Page();
    }
}
