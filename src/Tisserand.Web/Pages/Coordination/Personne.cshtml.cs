using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.People;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Leads to somebody's file, whatever she is to the cooperative.</summary>
public sealed class PersonneModel(FindPeople find) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await find.FileAsync(new PersonId(id), User.Territories(), ct) switch
    {
        ({ } beneficiary, _) => Redirect($"/coordination/beneficiaire/{beneficiary.Value}"),
        (_, { } volunteer) => Redirect($"/coordination/benevole/{volunteer.Value}"),
        _ => NotFound(),
    };
}
