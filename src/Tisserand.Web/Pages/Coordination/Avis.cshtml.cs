using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.Language;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>What is said after visits, sorted, and where most problems come from.</summary>
public sealed class AvisModel(ReadVisitWords words, TerritoriesOf territories, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    [BindProperty(SupportsGet = true, Name = "sorte")]
    public string? Sort { get; set; }

    /// <summary>Anything else shows all.</summary>
    public FeedbackSort? Only => Enum.TryParse<FeedbackSort>(Sort, out var sort) && Enum.IsDefined(sort) ? sort : null;

    public VisitWords Said { get; private set; } = null!;

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public Instant Now { get; } = time.Now();

    public static string KindOf(FeedbackSort sort) => sort switch
    {
        FeedbackSort.Danger or FeedbackSort.Problem => "bad",
        FeedbackSort.Praise => "good",
        _ => "",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen) return NotFound();
        Territory = chosen.Value;
        Choices = await territories.ReadAsync(User.Territories(), ct);
        Said = await words.ReadAsync(chosen, Only, Ages.Language, ct);
        return Page();
    }
}
