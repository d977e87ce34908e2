using Microsoft.AspNetCore.Mvc;
using Tisserand.Web.Forms;

namespace Tisserand.Web.Pages.Demande;

/// <summary>Where somebody has to be driven.</summary>
public sealed class DestinationModel(Asking asking, CommuneReader communes) : QuestionPage(asking, "destination")
{
    [BindProperty]
    public string? Commune { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    public IReadOnlyList<Choice> Proposed => communes.Proposed;

    protected override void Show(Answers before) => (Commune, Address) = (before.DestinationCommune, before.DestinationAddress);

    protected override async Task<Answers?> ReadAsync(CancellationToken ct)
    {
        AtMost(200, nameof(Address), Address);
        return await communes.ReadAsync(nameof(Commune), Commune, Chosen, (Answers.DestinationCommune, Answers.DestinationInsee), ModelState, ct) is var (insee, shown)
            ? Answers with { DestinationInsee = insee, DestinationCommune = shown, DestinationAddress = Address?.Trim() }
            : null;
    }
}
