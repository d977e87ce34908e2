using Microsoft.AspNetCore.Mvc;
using Tisserand.Web.Forms;

namespace Tisserand.Web.Pages.Demande;

/// <summary>Where the person who is helped lives.</summary>
public sealed class OuModel(Asking asking, CommuneReader communes) : QuestionPage(asking, "ou")
{
    [BindProperty]
    public string? Commune { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Street { get; set; }

    public IReadOnlyList<Choice> Proposed => communes.Proposed;

    public string Asked => IsForAnother ? "Where_Other" : "Where";

    protected override void Show(Answers before) => (Commune, Street) = (before.Commune, before.Street);

    protected override async Task<Answers?> ReadAsync(CancellationToken ct)
    {
        AtMost(200, nameof(Street), Street);
        return await communes.ReadAsync(nameof(Commune), Commune, Chosen, (Answers.Commune, Answers.Insee), ModelState, ct) is var (insee, shown)
            ? Answers with { Insee = insee, Commune = shown, Street = Street?.Trim() }
            : null;
    }
}
