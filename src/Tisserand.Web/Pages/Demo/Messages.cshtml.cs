using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Web.Forms;
using Tisserand.Web.Site;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demo;

/// <summary>The messages of the demonstration, which one reads and answers as the person would. Elsewhere there is no such page.</summary>
public sealed class MessagesModel(SiteOptions site, DemonstrationMessages messages, PublicAddress home) : PageModel
{
    private const int LongestReply = 500;

    [BindProperty]
    public Typed Input { get; set; } = new();

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public DeliveredMessages Shown { get; private set; } = new([], 1, 1);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => site.IsDemonstration ? await ShowAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!site.IsDemonstration) return NotFound();
        if (string.IsNullOrWhiteSpace(Input.Text)) ModelState.AddModelError("Input.Text", Words.Demo["Reply_Missing"]);
        else if (Input.Text.Length > LongestReply) ModelState.AddModelError("Input.Text", Words.Demo["Reply_TooLong"]);
        if (!ModelState.IsValid) return await ShowAsync(ct);

        var outcome = await messages.AnswerAsync(new OutgoingMessageId(Input.Message), Input.Text!, ct);
        if (outcome is null) return NotFound();
        this.Say(Words.Demo, outcome switch
        {
            ReplyOutcome.Understood => "Reply_Understood",
            ReplyOutcome.AskedBack => "Reply_AskedBack",
            ReplyOutcome.Stopped => "Reply_Stopped",
            ReplyOutcome.Acknowledged => "Reply_Acknowledged",
            ReplyOutcome.ToCoordinator => "Reply_ToCoordinator",
            _ => throw new UnreachableException(),
        });
        return Redirect(Number > 1 ? $"/demo/messages?page={Number}" : "/demo/messages");
    }

    public static string At(DeliveredMessage message) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
        ? EnglishText.DateTime(message.SentAt.Local())
        : FrenchText.DateTime(message.SentAt.Local());

    /// <summary>The text cut where it names a page of this site, which one can then follow from here.</summary>
    public IEnumerable<(string Text, string? Link)> Parts(string body)
    {
        var start = home.Home.ToString();
        for (var at = 0; at < body.Length;)
        {
            var link = body.IndexOf(start, at, StringComparison.Ordinal);
            if (link != at) yield return (body[at..(link < 0 ? body.Length : link)], null);
            if (link < 0) yield break;
            var end = link;
            while (end < body.Length && !char.IsWhiteSpace(body[end])) end++;
            yield return (body[link..end], "/" + body[(link + start.Length)..end]);
            at = end;
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Shown = await messages.ReadAsync(Number, ct);
        return Page();
    }

    public sealed class Typed
    {
        public Guid Message { get; set; }

        public string? Text { get; set; }
    }
}
