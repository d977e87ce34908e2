using Microsoft.AspNetCore.Mvc;
using Tisserand.App.NeedTypes;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>What help is wanted.</summary>
public sealed class AideModel(Asking asking, NeedCatalogue needs) : QuestionPage(asking, "aide")
{
    [BindProperty]
    public string? Need { get; set; }

    public IReadOnlyList<Choice> Needs { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Needs = NeedChoices.ToAsk(await needs.CurrentAsync(ct));

    protected override void Show(Answers before) => Need = before.Need;

    protected override async Task<Answers?> ReadAsync(CancellationToken ct)
    {
        if (Needs.All(n => n.Value != Need))
        {
            ModelState.AddModelError(nameof(Need), Words.Ask["Need_Missing"]);
            return null;
        }

        var taxonomy = await needs.CurrentAsync(ct);
        return Answers with { Need = Need, IsTrip = taxonomy.Find(NeedChoices.TypeOf(taxonomy, Need)) is { IsTrip: true } };
    }
}
