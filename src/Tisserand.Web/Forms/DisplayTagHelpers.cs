using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tisserand.Web.Forms;

/// <summary><c>&lt;ts-tag kind="wait"&gt;en attente&lt;/ts-tag&gt;</c>: a state, in words; the colour only repeats it.</summary>
[HtmlTargetElement("ts-tag")]
public sealed class StateTagHelper : TagHelper
{
    /// <summary>good, wait, bad, info, or nothing.</summary>
    public string Kind { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", ("tag " + Kind).TrimEnd());
    }
}

/// <summary><c>&lt;ts-facts&gt;&lt;ts-fact label="Quand"&gt;…&lt;/ts-fact&gt;&lt;/ts-facts&gt;</c>: what is known, line by line.</summary>
[HtmlTargetElement("ts-facts")]
public sealed class FactsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "facts");
    }
}

/// <summary>One line of <see cref="FactsTagHelper"/>, with a link that changes it where there is one.</summary>
[HtmlTargetElement("ts-fact", ParentTag = "ts-facts")]
public sealed class FactTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public string? ChangePath { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Content.AppendHtml("<dt>").Append(Label).AppendHtml("</dt><dd>").AppendHtml(content).AppendHtml("</dd>");
        if (string.IsNullOrEmpty(ChangePath)) return;          // an expression that is null arrives as nothing
        var link = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("a");
        link.Attributes["href"] = ChangePath;
        link.InnerHtml.Append(Texts.Words.Shared["Change"]).AppendHtml("<span class=\"unseen\"> ").Append(Label).AppendHtml("</span>");
        output.Content.AppendHtml("<dd>").AppendHtml(link).AppendHtml("</dd>");
    }
}
