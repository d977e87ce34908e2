using Tisserand.App.NeedTypes;
using Tisserand.Web.Forms;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>The cooperative's closed lists as answers to choose from.</summary>
internal static class ListChoices
{
    public static IEnumerable<Choice> Of(ClosedList list) => list.Entries.Select(e => new Choice(e.Code, NameOf(e)));

    /// <summary>Languages other than French: those of the list of skills, by their own codes.</summary>
    public static IEnumerable<Choice> Languages(Taxonomy taxonomy) => taxonomy.Skills.Entries
        .Where(e => e.Code.StartsWith("langue:", StringComparison.Ordinal)).Select(e => new Choice(e.Code["langue:".Length..], NameOf(e)));

    public static string LanguageNames(Taxonomy taxonomy, IEnumerable<string> codes) => Names(taxonomy.Skills, codes.Select(c => "langue:" + c));

    public static IEnumerable<Choice> FirstLevel(Taxonomy taxonomy) => taxonomy.NeedTypes.Where(n => n.Parent is null)
        .Select(n => new Choice(n.Code, Ages.Language == "en" ? n.NameEn : n.NameFr));

    public static string Names(ClosedList list, IEnumerable<string> codes) => string.Join(", ", codes.Select(c => list.Find(c) is { } e ? NameOf(e) : c));

    private static string NameOf(ListEntry entry) => Ages.Language == "en" ? entry.En : entry.Fr;
}
