using System.Globalization;
using Tisserand.App.NeedTypes;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>The first level of the taxonomy in the words of somebody who has never seen it, the most asked for first.</summary>
public static class NeedChoices
{
    private static readonly string[] Known =
    [
        "transport", "courses", "visite", "ecoute", "accompagnement", "bricolage", "jardin_bois", "aide_domicile", "repas",
        "administratif", "numerique", "animal", "repit_aidant", "urgence_logement",
    ];

    /// <summary>What may be asked for.</summary>
    public static IReadOnlyList<Choice> ToAsk(Taxonomy taxonomy) => [.. Of(taxonomy, "Need_"), new Choice(Answers.SomethingElse, Words.Ask["Need_autre"])];

    /// <summary>What a volunteer may like to do.</summary>
    public static IReadOnlyList<Choice> ToOffer(Taxonomy taxonomy) => [.. Of(taxonomy, "Offer_")];

    /// <summary>How the choice is said back; a need that the cooperative has taken out meanwhile, by nothing.</summary>
    public static string Say(Taxonomy taxonomy, string? code) => ToAsk(taxonomy).FirstOrDefault(c => c.Value == code)?.Label ?? "";

    /// <summary>The need type a choice stands for. "Something else" is a hand at home until the coordinator has heard her.</summary>
    public static string TypeOf(Taxonomy taxonomy, string? code) =>
        code is not null && taxonomy.Find(code) is { } type ? type.Code
        : taxonomy.Find("aide_domicile")?.Code ?? taxonomy.NeedTypes[0].Code;

    // What a cooperative has added bears the name it gave.
    private static IEnumerable<Choice> Of(Taxonomy taxonomy, string prefix)
    {
        var roots = taxonomy.NeedTypes.Where(n => n.Parent is null).ToList();
        return Known.Where(code => roots.Exists(r => r.Code == code)).Select(code => new Choice(code, Words.Ask[prefix + code]))
            .Concat(roots.Where(r => !Known.Contains(r.Code)).Select(r => new Choice(r.Code, IsEnglish ? r.NameEn : r.NameFr)));
    }

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
