using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Forms;

/// <summary><c>&lt;ts-trouble /&gt;</c>: everything to correct, at the top, each line leading to its field; takes the
/// focus when the page comes back. Nothing when all is well.</summary>
[HtmlTargetElement("ts-trouble", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TroubleTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var problems = ViewContext.ViewData.ModelState.OrderBy(field => OrderOf(field.Key, ViewContext.ViewData.ModelMetadata), StringComparer.Ordinal)
            .SelectMany(field => field.Value!.Errors.Select(error => (field.Key, error.ErrorMessage)))
            .Where(p => p.ErrorMessage.Length > 0).Distinct().ToArray();
        if (problems.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "trouble");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("aria-labelledby", "trouble-titre");
        var title = new TagBuilder("h2");
        title.Attributes["id"] = "trouble-titre";
        title.InnerHtml.Append(Words.Shared["Trouble_Title"]);
        var list = new TagBuilder("ul");
        foreach (var (key, message) in problems) list.InnerHtml.AppendHtml(Line(key, message));
        output.Content.AppendHtml(title).AppendHtml(list);
    }

    // The order in which the model declares its fields, which is that of the page; the dictionary's own is by the alphabet.
    private static string OrderOf(string key, ModelMetadata model)
    {
        var places = new List<string>();
        foreach (var name in key.Split('.'))
        {
            var at = model.Properties.TakeWhile(p => p.PropertyName != name).Count();
            places.Add(at.ToString("D4", CultureInfo.InvariantCulture));
            if (at == model.Properties.Count) break;
            model = model.Properties[at];
        }
        return string.Join('.', places);
    }

    private static TagBuilder Line(string key, string message)
    {
        var line = new TagBuilder("li");
        if (key.Length == 0)
        {
            line.InnerHtml.Append(message);          // about the whole form
            return line;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
