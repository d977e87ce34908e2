using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.People;
using Tisserand.App.Volunteers;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>People by letters, street, number or address. Searching is a post: what was typed never stands in an address.</summary>
[EnableRateLimiting(Budgets.Search)]
public sealed class PersonnesModel(FindPeople find, NotAskedLately notAsked) : PageModel
{
    /// <summary>The name of the field at the top of every page of the desk.</summary>
    [BindProperty(Name = "texte")]
    public string? Text { get; set; }

    public IReadOnlyList<FoundSomebody>? Found { get; private set; }

    public IReadOnlyList<SomebodyNotAsked> NotAsked { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => NotAsked = await notAsked.ReadAsync(User.Territories(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Text)) ModelState.AddModelError("texte", Words.Intake["Search_Missing"]);
        else Found = await find.RunAsync(User.Territories(), Text, ct);
        return Page();
    }
}
