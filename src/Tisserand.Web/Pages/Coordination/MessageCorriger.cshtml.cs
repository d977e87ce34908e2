using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Notifications;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>A message that has left is corrected by another, to the same person.</summary>
public sealed class MessageCorrigerModel(MessagesToCorrect messages, SendCorrection send) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public MessageToCorrect Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Text = Shown.Proposed;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        switch (await send.RunAsync(User.Territories(), Shown.Id, Text, User.Actor(), ct))
        {
            case CorrectionOutcome.Written: this.Say(Words.Daily, "Correct_Written"); return Back();
            case CorrectionOutcome.AlreadyWritten: this.Warn(Words.Daily, "Correct_Already"); return Back();
            case CorrectionOutcome.NotLeft: this.Warn(Words.Daily, "Correct_NotLeft"); return Back();
            case CorrectionOutcome.Empty: ModelState.AddModelError(nameof(Text), Words.Daily["Correct_Empty"]); return Page();
            case CorrectionOutcome.TooLong: ModelState.AddModelError(nameof(Text), Words.Daily["Correct_TooLong"]); return Page();
            case CorrectionOutcome.Busy: ModelState.AddModelError(nameof(Text), Words.Daily["Busy"]); return Page();
            case CorrectionOutcome.NotFound: return NotFound();
            default: throw new UnreachableException();
        }
    }

    private RedirectResult Back() => Redirect(Shown.Request is { } request ? $"/coordination/demande/{request.Value}" : "/coordination");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await messages.ReadAsync(User.Territories(), new OutgoingMessageId(Id), ct) is not { } message) return false;
        Shown = message;
        return true;
    }
}
