using Microsoft.AspNetCore.Mvc;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>How she comes back.</summary>
public sealed class RetourModel(Asking asking) : QuestionPage(asking, "retour")
{
    public static IReadOnlyList<Choice> Ways => [.. ((string[])["wait", "back", "no"]).Select(w => new Choice(w, Words.Ask["Return_" + w]))];

    [BindProperty]
    public string? Way { get; set; }

    protected override void Show(Answers before) => Way = before.Return;

    protected override Task<Answers?> ReadAsync(CancellationToken ct)
    {
        if (Ways.All(w => w.Value != Way)) Wrong(nameof(Way), "Return_Missing");
        return Task.FromResult<Answers?>(Answers with { Return = Way });
    }
}
