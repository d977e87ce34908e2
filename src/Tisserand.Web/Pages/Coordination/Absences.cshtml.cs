using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Volunteers;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Volunteers who are or will be away.</summary>
public sealed class AbsencesModel(AbsenceList list) : PageModel
{
    public IReadOnlyList<AbsenceLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Lines = await list.ReadAsync(User.Territories(), ct);
}
