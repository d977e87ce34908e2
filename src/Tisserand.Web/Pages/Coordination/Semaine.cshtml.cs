using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Who goes to whom this week, and what nobody has taken yet.</summary>
public sealed class SemaineModel(WeekList week, TerritoriesOf territories, TimeProvider time) : PageModel
{
    private static readonly LocalDate First = new(2000, 1, 3), Last = new(2199, 12, 23);

    [BindProperty(SupportsGet = true, Name = "debut")]
    public string? Start { get; set; }

    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    public LocalDate Monday { get; private set; }

    public IReadOnlyList<WeekDay> Days { get; private set; } = [];

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen) return NotFound();
        var day = time.Now().LocalDay();
        if (!string.IsNullOrWhiteSpace(Start))
        {
            if (LocalDatePattern.Iso.Parse(Start) is { Success: true } read && read.Value >= First && read.Value <= Last) day = read.Value;
            else ModelState.AddModelError(nameof(Start), Words.Daily["Week_Unreadable"]);
        }

        Territory = chosen.Value;
        Monday = day.PlusDays(1 - (int)day.DayOfWeek);
        Days = await week.ReadAsync(chosen, Monday, Ages.Language, ct);
        Choices = await territories.ReadAsync(User.Territories(), ct);
        return Page();
    }

    /// <summary>Nothing is posted without saying what for.</summary>
    public IActionResult OnPost() => NotFound();

    /// <summary>The address of another week of the same territory.</summary>
    public string PathOf(LocalDate monday) => $"/coordination/semaine?debut={LocalDatePattern.Iso.Format(monday)}&territoire={Territory}";
}
