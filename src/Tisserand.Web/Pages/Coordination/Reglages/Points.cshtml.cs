using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Proposals;
using Tisserand.App.Territories;
using Tisserand.Matching;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination.Reglages;

/// <summary>Every figure of the two cards, the policy and the priority table, with its reason.</summary>
public sealed partial class PointsModel(DocumentVersions versions, InstallDocument install) : PageModel
{
    /// <summary>Figures typed, in the order of the page.</summary>
    [BindProperty]
    public List<string?> Points { get; set; } = [];

    public DocumentHistory History { get; private set; } = null!;

    public IReadOnlyList<CardFigures> Groups { get; private set; } = [];

    public bool MayChange { get; private set; }

    /// <summary>The heading of a new part of the file; null within one.</summary>
    public static string? PartOf(CardFigures group) => group.Path switch
    {
        "$.acceptance" or "$.visit" => group.Title,
        "$.policy" => Words.Settings["Cards_Policy"],
        "$.priority" => Words.Settings["Cards_Priority"],
        _ => null,
    };

    public static string TitleOf(CardFigures group) => group.Title ?? Words.Settings["Group_" + Plain(group.Path)];

    public static string LabelOf(CardFigure figure) => figure switch
    {
        { Label: { } label } => label,
        { IsStep: true, Below: { } bound } => Words.Settings["Cards_Below", bound],
        { IsStep: true } => Words.Settings["Cards_Beyond"],
        _ => Words.Settings["Cards_" + Plain(figure.Path)],
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Points = [.. Figures.Select(Written)];
    }

    public async Task<IActionResult> OnPostAsync(int seen, CancellationToken ct)
    {
        await LoadAsync(ct);
        var figures = Figures.ToList();
        if (Points.Count != figures.Count)                // the file has other lines than the page that was sent
        {
            ModelState.Clear();
            ModelState.AddModelError("", Words.Settings["Overtaken", History.Version]);
            Points = [.. figures.Select(Written)];
            return Page();
        }

        var typed = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < figures.Count; i++)
        {
            if (Read(figures[i], Points[i]) is { } value) typed[figures[i].Path] = value;
            else ModelState.AddModelError($"Points[{i}]", Words.Settings["FieldProblem", LabelOf(figures[i]), Words.Settings["Cards_Unreadable"]]);
        }

        if (!ModelState.IsValid) return Page();
        var outcome = await install.RunAsync(CooperativeDocument.Cards, CardFigures.With(History.Text, typed), seen, User.Actor(), ct);
        return this.IsInForce(outcome, m => PlaceOf(m, figures)) ? RedirectToPage() : Page();
    }

    private IEnumerable<CardFigure> Figures => Groups.SelectMany(g => g.Figures);

    private static (string, string)? PlaceOf(DocumentMistake mistake, List<CardFigure> figures) => figures.FindIndex(f => f.Path == mistake.Where) is var at and >= 0
        ? ($"Points[{at}]", mistake.Sentence(CultureInfo.CurrentUICulture).Replace(mistake.Where, LabelOf(figures[at]), StringComparison.Ordinal))
        : null;

    private static bool IsShare(CardFigure figure) => figure.Path.EndsWith(".rareShare", StringComparison.Ordinal);

    private static string Written(CardFigure figure) => (IsShare(figure) ? figure.Value * 100 : figure.Value).ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>Whole points, with a minus of any kind; a share in per cent, which may have a decimal.</summary>
    private static double? Read(CardFigure figure, string? typed)
    {
        var text = (typed ?? "").Trim().Replace('−', '-').Replace('–', '-').Replace(',', '.');
        if (IsShare(figure)) return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) ? share / 100 : null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points) ? points : null;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        History = await versions.ReadAsync(CooperativeDocument.Cards, ct);
        Groups = CardFile.Parse(History.Text) is CardFileReading.Read read ? CardFigures.Of(read.File) : [];
        MayChange = await install.MayAsync(User.Actor(), ct);
    }

    /// <summary><c>$.policy.forgotten.rule.afterDays</c> is <c>forgotten_afterDays</c> in the texts.</summary>
    private static string Plain(string path) => string.Join('_', Steps().Replace(path, "").Split('.').Where(s => s is not ("$" or "rule" or "policy" or "acceptance" or "visit")));

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Steps();
}
