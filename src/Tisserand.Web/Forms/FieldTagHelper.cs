using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tisserand.Web.Forms;

/// <summary>One typed answer: label above, hint, error, input, all tied together.
/// <c>&lt;ts-field for="Input.Phone" type="tel" label="…" autocomplete="tel" width="20" /&gt;</c></summary>
[HtmlTargetElement("ts-field", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>text, tel, email, password, search, date, time, number, code (six digits). Dates and times are typed as text.</summary>
    public string Type { get; set; } = "text";

    /// <summary>More than 0 makes it several lines.</summary>
    public int Rows { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>About how many characters are expected: 5, 10 or 20; none is the whole line.</summary>
    public int Width { get; set; }

    public int MaxLength { get; set; } = 200;

    public bool Optional { get; set; }

    /// <summary>The question is the page's title.</summary>
    public bool Big { get; set; }

    /// <summary>Where typing begins when the page opens.</summary>
    public bool Focus { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldParts(For, ViewContext, Hint);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.IsWrong ? "field wrong" : "field");

        var label = field.MarkRead(FieldParts.Label(field.Id, Label, Optional, Big));
        if (Big)
        {
            var title = new TagBuilder("h1");
            title.InnerHtml.AppendHtml(label);
            label = title;
        }
        output.Content.AppendHtml(label).AppendHtml(field.HintAndErrors()).AppendHtml(Rows > 0 ? Lines(field) : Line(field));
    }

    private TagBuilder Line(FieldParts field)
    {
        var (type, mode) = Type switch
        {
            "code" => ("text", "numeric"),
            "number" => ("text", "numeric"),       // type=number loses what cannot be read, and scrolls
            "date" or "time" => ("text", null),    // no picker: "1er décembre", "demain", "14 h"
            var other => (other, (string?)null),
        };
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        if (mode is not null) input.Attributes["inputmode"] = mode;
        if (type != "password") input.Attributes["value"] = field.Value;
        return Common(input, field);
    }

    private TagBuilder Lines(FieldParts field)
    {
        var area = new TagBuilder("textarea");
        area.Attributes["rows"] = $"{Rows}";
        area.InnerHtml.AppendHtml("\n").Append(field.Value);    // a browser drops the first line break
        return Common(area, field);
    }

    private TagBuilder Common(TagBuilder control, FieldParts field)
    {
        control.Attributes["id"] = field.Id;
        control.Attributes["name"] = field.Name;
        control.Attributes["maxlength"] = $"{MaxLength}";
        if ((Autocomplete ?? (Type == "code" ? "one-time-code" : null)) is { } token) control.Attributes["autocomplete"] = token;
        if (Focus) control.Attributes["autofocus"] = "autofocus";
        if (Width > 0) control.AddCssClass($"w{Width}");
        field.Describe(control);
        return control;
    }
}
