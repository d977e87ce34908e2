using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Forms;

/// <summary>One sentence on the page that follows a redirect, with "undo" where there is something to take back.</summary>
/// <remarks>Travels in a protected cookie that holds the sentence's key and counts, so never a name.</remarks>
public sealed record Flash(string Room, string Key, int[] Counts, string? UndoPath, bool IsWarning)
{
    private const string Place = "note";

    public string Text => Words.Of(Room)[Key, [.. Counts.Cast<object>()]];

    /// <summary>The sentence left for this page, once. Looked for only where its cookie came, else each page would clear it.</summary>
    internal static Flash? Take(HttpRequest request, SiteCookies cookies, ITempDataDictionary kept) =>
        request.Cookies.ContainsKey(cookies.Name(Place)) && kept[Place] is string json ? JsonSerializer.Deserialize<Flash>(json) : null;

    internal void Keep(ITempDataDictionary kept) => kept[Place] = JsonSerializer.Serialize(this);
}

public static class FlashPages
{
    /// <summary>Says <paramref name="key"/> of <paramref name="room"/> on the next page.</summary>
    /// <param name="undoPath">Where "Annuler" posts to, for instance <c>/coordination/annuler/…</c>.</param>
    public static void Say(this PageModel page, Words room, string key, string? undoPath = null, params int[] counts) =>
        new Flash(room.Room, key, counts, undoPath, IsWarning: false).Keep(page.TempData);

    public static void Warn(this PageModel page, Words room, string key, params int[] counts) =>
        new Flash(room.Room, key, counts, UndoPath: null, IsWarning: true).Keep(page.TempData);
}
