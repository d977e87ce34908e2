using Tisserand.App.NeedTypes;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>One answer read back.</summary>
/// <param name="Id">Name of its question; the list of mistakes leads there.</param>
/// <param name="ChangePath">Null for what comes from her file.</param>
public sealed record SummaryLine(string Id, string Label, string Said, string? ChangePath);

/// <summary>The answers as they are read back before sending.</summary>
internal static class Summary
{
    public static IReadOnlyList<SummaryLine> Of(Asking asking, Taxonomy taxonomy)
    {
        var asked = asking.Questions().ToDictionary(q => q.Name);
        var (answers, chosen) = (asking.Answers, asking.Chosen);
        var lines = new List<SummaryLine>();
        Add("aide", "Sum_Need", NeedChoices.Say(taxonomy, answers.Need));
        Add("mots", "Sum_Words", string.IsNullOrEmpty(answers.Words) ? Words.Ask["Sum_Nothing"] : answers.Words);
        if (answers.IsTrip)
        {
            Add("destination", "Sum_Destination", Joined(answers.DestinationAddress, answers.DestinationCommune));
            Add("retour", "Sum_Return", Words.Ask["Return_" + (answers.Return ?? "no")]);
        }

        Add("jour", "Sum_When", AskedTime.Say(answers));
        Add(asked.ContainsKey("proche") ? "proche" : "pour-qui", "Sum_Whom", WhomOf(asking));
        Add("ou", "Sum_Where", chosen is { Insee.Length: > 0 } ? Joined(chosen.Street, App.Requests.RequestWords.Commune(chosen.Insee)) : Joined(answers.Street, answers.Commune));
        Add("vous", "Sum_You", asking.KnowsWhoAsks
            ? Lines(asking.Known!.Name, asking.Known.Phone, asking.Known.Email)
            : Lines(answers.Name, answers.Phone, answers.Email));
        return lines;

        void Add(string name, string label, string said) => lines.Add(new(name, Words.Ask[label], said, asked.GetValueOrDefault(name)?.ChangePath));
    }

    private static string WhomOf(Asking asking) => asking switch
    {
        { IsForAnother: false } => Words.Ask["Whom_me"],
        { Chosen: { } chosen } => chosen.Name,
        { Answers: var answers } => Lines(answers.TheirName, Words.Ask["Relation_" + answers.Relation]),
    };

    private static string Joined(params string?[] parts) => string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static string Lines(params string?[] parts) => string.Join('\n', parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
