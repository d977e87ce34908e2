using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Replies that no machine understood.</summary>
public sealed class MessagesModel(RepliesToRead replies, MarkReplyRead mark, TerritoriesOf territories, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "territoire")]
    public Guid? Territory { get; set; }

    public IReadOnlyList<ReplyToRead> Lines { get; private set; } = [];

    public IReadOnlyList<(TerritoryId Id, string Name)> Choices { get; private set; } = [];

    public Instant Now => time.Now();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } chosen) return NotFound();
        Territory = chosen.Value;
        Lines = await replies.ReadAsync(chosen, ct);
        Choices = await territories.ReadAsync(User.Territories(), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reply, CancellationToken ct)
    {
        if (TerritoryChoice.Of(User, Territory) is not { } territory || !await mark.RunAsync(territory, new IncomingMessageId(reply), User.Actor(), ct)) return NotFound();
        this.Say(Words.Intake, "Reply_Done");
        return Redirect($"/coordination/messages?territoire={territory.Value}");
    }
}
