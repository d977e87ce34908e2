using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Calls;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Calls to make and letters to post, worked from the top; each ends with one key.</summary>
public sealed class AppelsModel(CallList list, RecordCall record, TerritoriesOf territories, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    /// <summary>When she asked to be called back: an hour of today.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>The call whose hour could not be read.</summary>
    public Guid? Wrong { get; private set; }

    public IReadOnlyList<CallToMake> Calls { get; private set; } = [];

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public Instant Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid call, string? outcome, CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } territory) return NotFound();
        if (!Enum.TryParse<CallOutcome>(outcome, out var how) || how == CallOutcome.None || !Enum.IsDefined(how)) return NotFound();
        Instant? again = null;
        if (how == CallOutcome.CallBack && !string.IsNullOrWhiteSpace(Again))
        {
            if (FrenchTimes.Read(Again) is { } hour) again = ParisTime.At(time.Now().LocalDay(), hour);
            if (again is null || again <= time.Now())
            {
                Wrong = call;
                ModelState.AddModelError($"again-{call}", again is null ? Words.Shared["Time_Unreadable"] : Words.Intake["Again_Passed"]);
                return await LoadAsync(ct) ? Page() : NotFound();
            }
        }

        switch (await record.RunAsync(territory, new OutgoingMessageId(call), how, again, User.Actor(), ct))
        {
            case RecordCallOutcome.Noted { Result: Answered.Planned }: this.Say(Words.Intake, "Call_Planned"); break;
            case RecordCallOutcome.Noted { Result: Answered.TooLate }: this.Say(Words.Intake, "Call_TooLate"); break;
            case RecordCallOutcome.Noted { Result: Answered.NoLongerPossible }: this.Warn(Words.Intake, "Call_NoLongerPossible"); break;
            case RecordCallOutcome.Noted { AgainAt: not null }: this.Say(Words.Intake, "Call_Again"); break;
            case RecordCallOutcome.Noted: this.Say(Words.Intake, "Call_Noted"); break;
            case RecordCallOutcome.AsksNothing: this.Warn(Words.Intake, "Call_AsksNothing"); break;
            case RecordCallOutcome.NotWaiting: this.Warn(Words.Intake, "Call_NotWaiting"); break;
            case RecordCallOutcome.NotFound: return NotFound();
            case RecordCallOutcome.Busy: this.Warn(Words.Daily, "Busy"); break;
            default: throw new UnreachableException();
        }

        return Redirect($"/coordination/appels?territoire={territory.Value}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen) return false;
        (Territory, Now) = (chosen.Value, time.Now());
        Calls = await list.ReadAsync(chosen, Now, ct);
        Choices = await territories.ReadAsync(User.Territories(), ct);
        return true;
    }
}
