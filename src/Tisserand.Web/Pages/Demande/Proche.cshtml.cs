using Microsoft.AspNetCore.Mvc;
using Tisserand.App.Beneficiaries;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>Who the person is, when it is somebody else.</summary>
public sealed class ProcheModel(Asking asking) : QuestionPage(asking, "proche")
{
    public static IReadOnlyList<Choice> Relations => [.. Enum.GetNames<CarerKind>().Select(k => new Choice(k, Words.Ask["Relation_" + k]))];

    [BindProperty]
    public string? TheirName { get; set; }

    [BindProperty]
    public string? Relation { get; set; }

    protected override void Show(Answers before) => (TheirName, Relation) = (before.TheirName, before.Relation);

    protected override Task<Answers?> ReadAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(TheirName)) Wrong(nameof(TheirName), "TheirName_Missing");
        AtMost(100, nameof(TheirName), TheirName);
        if (Relations.All(r => r.Value != Relation)) Wrong(nameof(Relation), "Relation_Missing");
        return Task.FromResult<Answers?>(Answers with { TheirName = TheirName?.Trim(), Relation = Relation });
    }
}
