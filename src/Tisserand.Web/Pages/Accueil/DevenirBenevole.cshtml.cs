using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Pages.Demande;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Accueil;

/// <summary>A stranger offers some of her time. The answer is the same whether or not she is known.</summary>
[EnableRateLimiting(Budgets.PublicRequest)]
public sealed class DevenirBenevoleModel(SignUp signUp, CommuneReader communes, NeedCatalogue needs) : PageModel
{
    [BindProperty]
    public JoinForm Input { get; set; } = new();

    public IReadOnlyList<Choice> Offers { get; private set; } = [];

    public IReadOnlyList<Choice> Proposed => communes.Proposed;

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        var found = await communes.ReadAsync("Input.Commune", Input.Commune, Input.Chosen, default, ModelState, ct);
        Input.Check(ModelState, Offers);
        if (found is not var (insee, _) || !ModelState.IsValid) return Page();

        switch (await signUp.RunAsync(Input.Read(insee), Request.FormKey() ?? Guid.NewGuid(), ct))
        {
            case SaveOutcome<VolunteerId>.Saved: return Redirect("/devenir-benevole/merci");
            case SaveOutcome<VolunteerId>.Refused no:
                foreach (var problem in no.Problems) JoinForm.Say(problem, ModelState);
                return Page();
            case SaveOutcome<VolunteerId>.Busy:
                ModelState.AddModelError("", Words.Ask["Busy"]);
                return Page();
            default: throw new UnreachableException();
        }
    }

    private async Task PrepareAsync(CancellationToken ct) => Offers = NeedChoices.ToOffer(await needs.CurrentAsync(ct));
}
