using System.Text.RegularExpressions;

namespace Tisserand.Web.Site;

/// <summary><c>NouvelAppel.cshtml</c> is read at <c>/nouvel-appel</c>.</summary>
internal sealed partial class HyphenatedRoutes : IOutboundParameterTransformer
{
    public string? TransformOutbound(object? value) =>
        value is null ? null : Humps().Replace(value.ToString()!, "$1-$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Humps();
}
