using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Reports;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Conseil;

/// <summary>Six figures of the cooperative, with a sentence each and a table below.</summary>
public sealed class IndexModel(ReadBoardFigures figures) : PageModel
{
    public BoardFigures Figures { get; private set; } = null!;

    public string Number(int? count) => count?.ToString("N0", CultureInfo.CurrentCulture) ?? Words.Board["Board_TooFew"];

    public string Number(double? measure) => measure?.ToString("0.0", CultureInfo.CurrentCulture) ?? Words.Board["Board_TooFew"];

    public async Task OnGetAsync(CancellationToken ct) => Figures = await figures.RunAsync(ct);
}
