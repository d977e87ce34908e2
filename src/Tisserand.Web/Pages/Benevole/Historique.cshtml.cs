using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Visits;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Benevole;

/// <summary>What she has done, without addresses.</summary>
public sealed class HistoriqueModel(VolunteerVisits visits) : PageModel
{
    private const int PerPage = 20, MostPages = 500;

    public IReadOnlyList<OwnPastVisit> Visits { get; private set; } = [];

    public int Number { get; private set; }

    public bool HasNext { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken ct)
    {
        Number = int.TryParse(page, CultureInfo.InvariantCulture, out var typed) ? Math.Clamp(typed, 1, MostPages) : 1;
        var found = await visits.PastAsync(User.VolunteerId(), Number, PerPage, CultureInfo.CurrentUICulture, ct);
        (Visits, HasNext) = ([.. found.Take(PerPage)], found.Count > PerPage);
    }
}
