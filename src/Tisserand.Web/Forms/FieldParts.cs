using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Forms;

/// <summary>What every kind of field shares: its name, what was typed, its errors, and how they are tied together for
/// somebody who hears the page.</summary>
internal sealed class FieldParts
{
    private readonly string? _hint;

    public FieldParts(ModelExpression field, ViewContext view, string? hint)
    {
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        _hint = hint;

        _isRead = view.ViewData[FilledFromWords] is IReadOnlySet<string> filled && filled.Contains(Name);
        view.ViewData.ModelState.TryGetValue(Name, out var typed);
        Errors = typed?.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0).Distinct().ToArray() ?? [];
        Values = typed?.RawValue switch
        {
            string one => [one],
            string[] several => several,
            _ => ValuesOf(field.Model),
        };
    }

    public string Name { get; }

    public string Id { get; }

    public IReadOnlyList<string> Errors { get; }

    /// <summary>What was typed if the form comes back, else what the model holds.</summary>
    public IReadOnlyList<string> Values { get; }

    public string Value => Values.Count > 0 ? Values[0] : "";

    public bool IsWrong => Errors.Count > 0;

    /// <summary>In ViewData: the names of fields filled from what somebody said, an <c>IReadOnlySet&lt;string&gt;</c>.</summary>
    public const string FilledFromWords = "FilledFromWords";

    private readonly bool _isRead;

    /// <summary>A discreet mark where the value was read in her words.</summary>
    public TagBuilder MarkRead(TagBuilder label)
    {
        if (!_isRead) return label;
        var mark = Element("span", Id + "-lu", "tag info", Words.Shared["Read_Mark"]);
        label.InnerHtml.Append(" ").AppendHtml(mark);
        return label;
    }

    public IHtmlContent HintAndErrors()
    {
        var parts = new HtmlContentBuilder();
        if (_hint is not null) parts.AppendHtml(Element("div", HintId, "hint", _hint));
        if (IsWrong) parts.AppendHtml(Element("p", ErrorId, "error", string.Join(" ", Errors)));
        return parts;
    }

    /// <summary>Ties hint and errors to an input or a fieldset.</summary>
    public void Describe(TagBuilder control, bool invalidToo = true)
    {
        string[] ids = [.. _hint is null ? [] : (string[])[HintId], .. IsWrong ? (string[])[ErrorId] : []];
        if (ids.Length > 0) control.Attributes["aria-describedby"] = string.Join(' ', ids);
        if (IsWrong && invalidToo) control.Attributes["aria-invalid"] = "true";
    }

    public static TagBuilder Label(string id, string text, bool optional, bool big)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        if (big) label.AddCssClass("big");
        label.InnerHtml.Append(WithOptional(text, optional));
        return label;
    }

    public static string WithOptional(string text, bool optional) => optional ? $"{text} {Words.Shared["Optional"]}" : text;

    private string HintId => Id + "-aide";

    private string ErrorId => Id + "-erreur";

    private static TagBuilder Element(string tag, string id, string css, string text)
    {
        var element = new TagBuilder(tag);
        element.Attributes["id"] = id;
        element.AddCssClass(css);
        element.InnerHtml.Append(text);
        return element;
    }

    private static IReadOnlyList<string> ValuesOf(object? model) => model switch
    {
        null => [],
        string text => [text],
        bool flag => [flag ? "true" : "false"],
        IEnumerable several => [.. several.Cast<object?>().Select(Text)],
        _ => [Text(model)],
    };

    private static string Text(object? value) => value is Enum ? value.ToString()! : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
