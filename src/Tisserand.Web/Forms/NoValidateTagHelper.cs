using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tisserand.Web.Forms;

/// <summary>Our own messages instead of the browser's, on every form that posts.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class NoValidateTagHelper : TagHelper
{
    public override int Order => 100;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
}
