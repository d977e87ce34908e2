using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tisserand.Web.Forms;

/// <summary>The mark of one showing of a form: sent twice, it acts once.</summary>
public static class Once
{
    public const string Field = "__once";

    /// <summary>The mark the form was posted with; null when it bears none.</summary>
    public static Guid? FormKey(this HttpRequest request) =>
        request.HasFormContentType && Guid.TryParse(request.Form[Field], out var key) ? key : null;
}

/// <summary><c>&lt;ts-once /&gt;</c> in a form: a hidden mark that <see cref="OncePageFilter"/> recognises.</summary>
[HtmlTargetElement("ts-once", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OnceTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Once.Field);
        output.Attributes.SetAttribute("value", Guid.NewGuid().ToString());
    }
}

/// <summary>A form received before leads where it led the first time, without acting again.</summary>
internal sealed class OncePageFilter(FormReceipts receipts, IUrlHelperFactory urls) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || context.HttpContext.Request.FormKey() is not { } mark)
        {
            await next();
            return;
        }

        var key = $"{context.HttpContext.Request.Path} {mark}";
        while (!receipts.Claim(key, out var first))
        {
            if (await first.WaitAsync(context.HttpContext.RequestAborted) is { } location)
            {
                context.Result = new LocalRedirectResult(location);
                return;
            }
        }

        string? led = null;
        try
        {
            var executed = await next();
            if (executed.Exception is null) led = LocationOf(executed.Result, urls.GetUrlHelper(context));
        }
        finally
        {
            receipts.Settle(key, led);
        }
    }

    private static string? LocationOf(IActionResult? result, IUrlHelper url) => result switch
    {
        RedirectToPageResult page => url.Page(page.PageName, page.PageHandler, page.RouteValues, null, null, page.Fragment),
        LocalRedirectResult local => local.Url,
        RedirectResult redirect when url.IsLocalUrl(redirect.Url) => redirect.Url,
        _ => null,
    };
}
