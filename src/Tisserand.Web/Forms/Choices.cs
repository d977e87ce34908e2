using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tisserand.Web.Forms;

/// <summary>One proposed answer.</summary>
/// <param name="Group">In a list of many: answers of one group, one after the other, stand under its name.</param>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null);

/// <summary>What radios and boxes share: one question as legend, one line per answer.</summary>
public abstract class ChoicesTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Legend { get; set; } = "";

    public string? Hint { get; set; }

    public IEnumerable<Choice> Options { get; set; } = [];

    public bool Optional { get; set; }

    /// <summary>The question is the page's title.</summary>
    public bool Big { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected abstract string InputType { get; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldParts(For, ViewContext, Hint);
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.IsWrong ? "field wrong" : "field");
        var ties = new TagBuilder("fieldset");
        field.Describe(ties, invalidToo: false);
        foreach (var (name, value) in ties.Attributes) output.Attributes.SetAttribute(name, value);

        output.Content.AppendHtml(field.MarkRead(LegendOf())).AppendHtml(field.HintAndErrors());
        var number = 1;
        foreach (var option in Options)
            output.Content.AppendHtml(LineOf(option, field, number == 1 ? field.Id : $"{field.Id}_{number}", number++ == 1));
    }

    private TagBuilder LegendOf()
    {
        var legend = new TagBuilder("legend");
        var text = FieldParts.WithOptional(Legend, Optional);
        if (!Big) return Say(legend, text);
        legend.AddCssClass("big");
        legend.InnerHtml.AppendHtml(Say(new TagBuilder("h1"), text));
        return legend;
    }

    private TagBuilder LineOf(Choice option, FieldParts field, string id, bool isFirst)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = InputType;
        input.Attributes["id"] = id;                     // the first bears the field's own id: the error summary leads to it
        input.Attributes["name"] = field.Name;
        input.Attributes["value"] = option.Value;
        if (field.Values.Contains(option.Value, StringComparer.Ordinal)) input.Attributes["checked"] = "checked";
        if (isFirst && field.IsWrong) input.Attributes["aria-invalid"] = "true";

        var label = FieldParts.Label(id, option.Label, optional: false, big: false);
        if (option.Hint is not null) label.InnerHtml.AppendHtml(Say(new TagBuilder("small"), option.Hint));

        var line = new TagBuilder("div");
        line.AddCssClass("choice");
        line.InnerHtml.AppendHtml(input).AppendHtml(label);
        return line;
    }

    private static TagBuilder Say(TagBuilder element, string text)
    {
        element.InnerHtml.Append(text);
        return element;
    }
}

/// <summary>One answer among a few. <c>&lt;ts-radios for="Input.When" legend="…" options="Model.Days" /&gt;</c></summary>
[HtmlTargetElement("ts-radios", Attributes = "for,legend,options", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    private protected override string InputType => "radio";
}

/// <summary>Any of a few answers; binds to a list of strings.</summary>
[HtmlTargetElement("ts-checkboxes", Attributes = "for,legend,options", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    private protected override string InputType => "checkbox";
}

/// <summary>One box to tick; binds to a bool, absent is false.</summary>
[HtmlTargetElement("ts-checkbox", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Access key.</summary>
    public string? Key { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldParts(For, ViewContext, Hint);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.IsWrong ? "field wrong" : "field");

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = field.Id;
        input.Attributes["name"] = field.Name;
        input.Attributes["value"] = "true";
        if (field.Values.Contains("true", StringComparer.OrdinalIgnoreCase)) input.Attributes["checked"] = "checked";
        if (Key is not null) input.Attributes["accesskey"] = Key;
        field.Describe(input);

        var line = new TagBuilder("div");
        line.AddCssClass("choice");
        line.InnerHtml.AppendHtml(input).AppendHtml(field.MarkRead(FieldParts.Label(field.Id, Label, optional: false, big: false)));
        output.Content.AppendHtml(field.HintAndErrors()).AppendHtml(line);
    }
}

/// <summary>One answer among many. A first empty line when nothing is chosen yet.</summary>
[HtmlTargetElement("ts-select", Attributes = "for,label,options", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public IEnumerable<Choice> Options { get; set; } = [];

    public bool Optional { get; set; }

    public int Width { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldParts(For, ViewContext, Hint);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.IsWrong ? "field wrong" : "field");

        var select = new TagBuilder("select");
        select.Attributes["id"] = field.Id;
        select.Attributes["name"] = field.Name;
        if (Width > 0) select.AddCssClass($"w{Width}");
        field.Describe(select);
        select.InnerHtml.AppendHtml(OptionOf(new Choice("", ""), field.Value.Length == 0));
        TagBuilder? group = null;
        foreach (var option in Options)
        {
            if (option.Group is null) group = null;
            else if (group?.Attributes["label"] != option.Group)
            {
                group = new TagBuilder("optgroup");
                group.Attributes["label"] = option.Group;
                select.InnerHtml.AppendHtml(group);
            }
            (group ?? select).InnerHtml.AppendHtml(OptionOf(option, option.Value == field.Value));
        }

        output.Content.AppendHtml(field.MarkRead(FieldParts.Label(field.Id, Label, Optional, big: false))).AppendHtml(field.HintAndErrors()).AppendHtml(select);
    }

    private static TagBuilder OptionOf(Choice choice, bool isChosen)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = choice.Value;
        if (isChosen) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(choice.Label);
        return option;
    }
}
