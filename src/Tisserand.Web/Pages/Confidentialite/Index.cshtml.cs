using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Privacy;
using Tisserand.App.Territories;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Confidentialite;

/// <summary>What is kept about people and why, and what the data-protection officer watches.</summary>
public sealed class IndexModel(ReadOfficerLists lists) : PageModel
{
    public OfficerLists Lists { get; private set; } = null!;

    public string OldestMessage => Lists.OldestMessage?.LocalDay().ToString("D", CultureInfo.CurrentCulture) ?? Words.Board["Officer_None"];

    public static string ConsentTo(string purpose) => purpose switch
    {
        "request" => Words.Board["Consent_Request"],
        "practical-needs" => Words.Board["Consent_PracticalNeeds"],
        "sign-up" => Words.Board["Consent_SignUp"],
        _ => purpose,
    };

    public static string Who(Recipients recipients) => recipients == Recipients.None
        ? Words.Board["Recipients_None"]
        : string.Join(", ", Enum.GetValues<Recipients>().Where(one => one != Recipients.None && recipients.HasFlag(one)).Select(one => Words.Board["Recipients_" + one]));

    public async Task OnGetAsync(CancellationToken ct) => Lists = await lists.RunAsync(ct);
}
