using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Accounts;
using Tisserand.App.People;
using Tisserand.Web.Security;
using Tisserand.Web.Site;

namespace Tisserand.Web.Pages.Demo;

/// <summary>Signs in without a secret, in a demonstration only, and leads to that role's home.</summary>
public sealed class EnterModel(SiteOptions site, DemonstrationDoors doors) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(string? role, Guid? person, CancellationToken ct)
    {
        if (!site.IsDemonstration || Roles.Parse(role ?? "") is not { } known) return NotFound();
        if (known == Role.Volunteer)
        {
            if (await doors.VolunteerAsync(person is { } id ? new PersonId(id) : null, ct) is not { } volunteer) return NotFound();
            await Session.OpenAsync(HttpContext, volunteer);
            return SeeOther("/benevole");
        }

        if (known is Role.Beneficiary or Role.Carer)
        {
            if (await doors.AskingAsync(known, person is { } id ? new PersonId(id) : null, ct) is not { } asking) return NotFound();
            await Session.OpenForAskingAsync(HttpContext, known, asking.Person, asking.Territory);
            return SeeOther("/demande");
        }

        if (await doors.AccountAsync(known, ct) is not { } account) return NotFound();
        await Session.OpenAsync(HttpContext, account);
        return SeeOther(known switch
        {
            Role.Coordinator => "/coordination",
            Role.Board => "/conseil",
            Role.Officer => "/confidentialite",
            _ => "/admin",
        });
    }

    private StatusCodeResult SeeOther(string home)
    {
        Response.Headers.Location = home;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
