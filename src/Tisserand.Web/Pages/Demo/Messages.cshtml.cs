using System.Diagnostics;
using System.Globalization;
using System.Net.Mail;
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
public sealed class MessagesModel(SiteOptions site, DemonstrationMessages messages, ReceiveReply receive, PublicAddress home) : PageModel
{
    private const int LongestReply = 500, LongestMessage = 1000;

    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>What somebody writes by herself.</summary>
    [BindProperty]
    public Written Own { get; set; } = new();

    public bool IsWriting => ModelState.Keys.Any(k => k.StartsWith("Own.", StringComparison.Ordinal));

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
        return Said(outcome);
    }

    /// <summary>From any number or address, known or not; one with an @ is an e-mail.</summary>
    public async Task<IActionResult> OnPostEcrireAsync(CancellationToken ct)
    {
        if (!site.IsDemonstration) return NotFound();
        var isEmail = Own.From?.Contains('@', StringComparison.Ordinal) == true;
        if (!(isEmail ? MailAddress.TryCreate(Own.From!.Trim(), out _) : FrenchPhone.TryParse(Own.From, out _))) ModelState.AddModelError("Own.From", Words.Demo["Write_FromWrong"]);
        if (string.IsNullOrWhiteSpace(Own.Text)) ModelState.AddModelError("Own.Text", Words.Demo["Reply_Missing"]);
        else if (Own.Text.Length > LongestMessage) ModelState.AddModelError("Own.Text", Words.Demo["Write_TooLong"]);
        return ModelState.IsValid ? Said(await receive.RunAsync(Own.From!, isEmail ? MessageChannel.Email : MessageChannel.Sms, Own.Text!, ct)) : await ShowAsync(ct);
    }

    private RedirectResult Said(ReplyOutcome outcome)
    {
        this.Say(Words.Demo, outcome switch
        {
            ReplyOutcome.Understood => "Reply_Understood",
            ReplyOutcome.AskedBack => "Reply_AskedBack",
            ReplyOutcome.Stopped => "Reply_Stopped",
            ReplyOutcome.Acknowledged => "Reply_Acknowledged",
            ReplyOutcome.Alarmed => "Reply_Alarmed",
            ReplyOutcome.Drafted => "Reply_Drafted",
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

    public sealed class Written
    {
        public string? From { get; set; }

        public string? Text { get; set; }
    }

    public sealed class Typed
    {
        public Guid Message { get; set; }

        public string? Text { get; set; }
    }
}
