using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Each visit of an absence, with who could come instead: ticked, and sent once.</summary>
public sealed class AbsenceModel(AbsenceList list, AbsenceReplacements replacements, SendReplacements send, NeedCatalogue needs) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>« request/volunteer » as ticked, the best first.</summary>
    [BindProperty]
    public List<string> Ticks { get; set; } = [];

    public AbsenceLine Shown { get; private set; } = null!;

    public IReadOnlyList<VisitToReplace> Visits { get; private set; } = [];

    private RequestWords _words = null!;

    public string Activity(VisitToReplace visit) => _words.Activity(visit.NeedType);

    public static string Tick(HelpRequestId request, VolunteerId volunteer) => $"{request.Value:N}/{volunteer.Value:N}";

    /// <summary>The best is ticked before anything was chosen.</summary>
    public bool IsTicked(VisitToReplace visit, int place) =>
        Request.Method == "POST" ? Ticks.Contains(Tick(visit.Request, visit.Candidates[place].Volunteer)) : place == 0 && !visit.IsAsked;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        // Only what this absence shows can be asked, in the order of the screen.
        var ticked = Visits.Where(v => v.State == RequestState.Open && !v.IsAsked)
            .Select(v => new Replacement(v.Request, [.. v.Candidates.Where(c => Ticks.Contains(Tick(v.Request, c.Volunteer))).Select(c => c.Volunteer)]))
            .Where(r => r.Ordered.Count > 0).ToList();
        if (ticked.Count == 0)
        {
            ModelState.AddModelError("Ticks", Words.Intake["Replace_Nobody"]);
            return Page();
        }

        var sent = await send.RunAsync(new VolunteerAbsenceId(Id), ticked, User.Actor(), ct);
        if (sent.NotAsked.Count > 0) this.Warn(Words.Intake, "Replace_Partly", counts: [sent.Asked.Count, sent.NotAsked.Count]);
        else this.Say(Words.Intake, "Replace_Sent", counts: sent.Asked.Count);
        return Redirect($"/coordination/absence/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new VolunteerAbsenceId(Id);
        if (await list.FindAsync(id, User.Territories(), ct) is not { } shown) return false;
        _words = new RequestWords(await needs.CurrentAsync(ct), Ages.Language);
        (Shown, Visits) = (shown, await replacements.ReadAsync(id, ct) ?? []);
        return true;
    }
}
