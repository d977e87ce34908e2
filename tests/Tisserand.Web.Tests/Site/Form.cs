using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Tisserand.Web.Tests.Site;

/// <summary>What a browser sends back of a form.</summary>
internal static class Form
{
    /// <summary>All that one form holds, what nobody sees included, with some answers changed.</summary>
    public static (string Name, string Value)[] Whole(IHtmlFormElement form, params (string Name, string Value)[] changed)
    {
        IEnumerable<(string Name, string Value)> held =
        [
            .. form.QuerySelectorAll<IHtmlInputElement>("input").Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked).Select(i => (i.Name!, i.Value)),
            .. form.QuerySelectorAll<IHtmlSelectElement>("select").Select(s => (s.Name!, s.Value ?? "")),
            .. form.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(t => (t.Name!, t.Value)),
        ];
        return [.. held.Where(h => changed.All(c => c.Name != h.Name)), .. changed];
    }
}
