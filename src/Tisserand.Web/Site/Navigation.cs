namespace Tisserand.Web.Site;

/// <summary>Which place of a menu one stands in.</summary>
public static class Navigation
{
    /// <summary><c>page</c> for the place itself, <c>true</c> for a page below it, null elsewhere: the values of aria-current.</summary>
    public static string? Current(HttpContext context, string place)
    {
        var path = context.Request.Path.Value ?? "";
        if (string.Equals(path.TrimEnd('/'), place, StringComparison.OrdinalIgnoreCase)) return "page";
        var isHome = place.Count(c => c == '/') == 1;           // everything is below a home: saying so would say nothing
        return !isHome && path.StartsWith(place + "/", StringComparison.OrdinalIgnoreCase) ? "true" : null;
    }
}
