using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>The coordinator's day: what is to be served, to be validated, to be called back.</summary>
public sealed class IndexModel(DutyLists lists, TimeProvider time) : PageModel
{
    public DutyDay Day { get; private set; } = null!;

    public string Age(Instant since) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
        ? EnglishText.Relative(since, time.Now())
        : FrenchText.Relative(since, time.Now());

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var day = User.Territories() is [var territory, ..]
            ? await lists.ReadAsync(territory, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ct)
            : null;
        Day = day ?? new DutyDay("", [], [], [], []);              // no territory given to her yet
        return Page();
    }
}
