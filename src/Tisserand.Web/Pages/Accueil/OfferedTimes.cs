using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Accueil;

/// <summary>When somebody usually has time, in a few boxes to tick; the coordinator and she make it exact later.</summary>
public static class OfferedTimes
{
    private static readonly (string Name, string Days, string Hours)[] Known =
    [
        ("mornings", "Mo-Fr", "08:00-12:00"), ("afternoons", "Mo-Fr", "14:00-18:00"), ("evenings", "Mo-Fr", "18:00-21:00"),
        ("saturdays", "Sa", "08:00-18:00"), ("sundays", "Su", "08:00-18:00"),
    ];

    public static IReadOnlyList<Choice> Choices => [.. Known.Select(k => new Choice(k.Name, Words.Ask["Times_" + k.Name]))];

    public static bool AreKnown(IEnumerable<string> ticked) => ticked.All(t => Known.Any(k => k.Name == t));

    /// <summary>In opening_hours notation; empty when nothing is ticked.</summary>
    public static string Hours(IReadOnlyCollection<string> ticked) =>
        string.Join("; ", Known.Where(k => ticked.Contains(k.Name)).GroupBy(k => k.Days).Select(g => $"{g.Key} {string.Join(',', g.Select(k => k.Hours))}"));
}
