using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination.Reglages;

/// <summary>What pages of documents say once a change was decided.</summary>
internal static class Installing
{
    /// <param name="page">The page that asked.</param>
    /// <param name="outcome">What was decided.</param>
    /// <param name="place">Field and sentence of a mistake; the sentence of the document itself, at no field, where null.</param>
    /// <returns>Whether it is in force; else the page comes back with what is wrong.</returns>
    public static bool IsInForce(this PageModel page, InstallOutcome outcome, Func<DocumentMistake, (string Field, string Sentence)?>? place = null)
    {
        switch (outcome)
        {
            case InstallOutcome.Installed done: page.Say(Words.Settings, "Installed", undoPath: null, done.Version); return true;
            case InstallOutcome.Unchanged same: page.Say(Words.Settings, "Unchanged", undoPath: null, same.Version); return true;
            case InstallOutcome.Refused no:
                foreach (var mistake in no.Mistakes)
                {
                    var (field, sentence) = place?.Invoke(mistake) ?? ("", mistake.Sentence(CultureInfo.CurrentUICulture));
                    page.ModelState.AddModelError(field, sentence);
                }
                return false;
            case InstallOutcome.Overtaken by:
                page.ModelState.AddModelError("", by is { By: { } who, At: { } at } ? Words.Settings["Overtaken_By", who, Ages.At(at), by.Version] : Words.Settings["Overtaken", by.Version]);
                return false;
            case InstallOutcome.NotAllowed: page.ModelState.AddModelError("", Words.Settings["NotAllowed"]); return false;
            case InstallOutcome.NotFound: page.ModelState.AddModelError("", Words.Settings["NoSuchVersion"]); return false;
            case InstallOutcome.Busy: page.ModelState.AddModelError("", Words.Daily["Busy"]); return false;
            default: throw new UnreachableException();
        }
    }
}
