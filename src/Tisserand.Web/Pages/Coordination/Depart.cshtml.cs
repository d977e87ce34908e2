using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Somebody leaves, has died, or comes back, volunteer or beneficiary or both.</summary>
public sealed class DepartModel(
    FindPeople find, BeneficiaryFiles beneficiaries, VolunteerFiles volunteers, RecordDeparture departure, RecordDeath death, MoveBeneficiary moveBeneficiary, MoveVolunteer moveVolunteer) : PageModel
{
    private BeneficiaryFile? _helped;
    private VolunteerFile? _helper;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Name => _helped?.Name ?? _helper!.Name;

    public bool HasLeft => (_helped?.Who.State ?? PersonState.Left) == PersonState.Left && (_helper?.Who.State ?? PersonState.Left) == PersonState.Left;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = context.HttpContext.RequestAborted;
        var file = await find.FileAsync(new PersonId(Id), User.Territories(), ct);
        if (file?.Beneficiary is { } helped) _helped = await beneficiaries.ReadAsync(helped, User.Territories(), Ages.Language, ct);
        if (file?.Volunteer is { } helper) _helper = await volunteers.ReadAsync(helper, User.Territories(), Ages.Language, ct);
        if (_helped is null && _helper is null) context.Result = NotFound();
        else await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostDepartAsync(CancellationToken ct) => await departure.RunAsync(new PersonId(Id), User.Actor(), ct) switch
    {
        DepartureOutcome.Recorded done => Said("Leaving_Departed", done.Visits),
        DepartureOutcome.NotPossible => Warned("Problem_not_from_here"),
        DepartureOutcome.NotFound => NotFound(),
        DepartureOutcome.Busy => Busy(),
        _ => throw new UnreachableException(),
    };

    public async Task<IActionResult> OnPostDecesAsync(CancellationToken ct) => await death.RunAsync(new PersonId(Id), User.Actor(), ct) switch
    {
        DeathOutcome.Recorded done => Said("Leaving_Died", done.ToCall),
        DeathOutcome.AlreadyRecorded => Warned("Problem_not_from_here"),
        DeathOutcome.NotFound => NotFound(),
        DeathOutcome.Busy => Busy(),
        _ => throw new UnreachableException(),
    };

    public async Task<IActionResult> OnPostRetourAsync(CancellationToken ct)
    {
        if (!HasLeft) return Warned("Problem_not_from_here");
        if (_helped is not null && await moveBeneficiary.RunAsync(_helped.Who.Id, PersonState.Active, User.Actor(), ct) is SaveOutcome<BeneficiaryId>.Busy) return Busy();
        if (_helper is not null && await moveVolunteer.RunAsync(_helper.Who.Id, PersonState.Active, User.Actor(), ct) is SaveOutcome<VolunteerId>.Busy) return Busy();
        return Said("Leaving_CameBack");
    }

    private RedirectResult Said(string sentence, params int[] counts)
    {
        this.Say(Words.Intake, sentence, undoPath: null, counts);
        return Redirect($"/coordination/personne/{Id}");
    }

    private RedirectResult Warned(string sentence)
    {
        this.Warn(Words.Intake, sentence);
        return Redirect($"/coordination/personne/{Id}");
    }

    private RedirectResult Busy()
    {
        this.Warn(Words.Daily, "Busy");
        return Redirect($"/coordination/personne/{Id}/depart");
    }
}
