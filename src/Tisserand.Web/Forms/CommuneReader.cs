using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Forms;

/// <summary>Reads the field of a commune on the public pages: where it cannot be one, the near ones are proposed to be ticked.</summary>
public sealed class CommuneReader(FindCommune find)
{
    /// <summary>To tick, when the page comes back; empty while nothing is doubtful.</summary>
    public IReadOnlyList<Choice> Proposed { get; private set; } = [];

    /// <param name="field">Name of the field, where what is wrong is said.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="chosen">INSEE code ticked among the proposed ones.</param>
    /// <param name="before">What the field showed and the code it stood for, so that an unchanged answer stays.</param>
    /// <param name="problems">Of the page.</param>
    /// <param name="ct">Stops the look-up.</param>
    /// <returns>INSEE code and the name shown from now on; null when it has to be corrected.</returns>
    public async Task<(string Insee, string Shown)?> ReadAsync(
        string field, string? typed, string? chosen, (string? Shown, string? Insee) before, ModelStateDictionary problems, CancellationToken ct)
    {
        if (before is { Insee: { } known, Shown: { } shown } && shown == typed) return (known, shown);
        switch (await find.RunAsync(typed, chosen, ct))
        {
            case CommuneFound.One found:
                return (found.Commune.Insee, Say(found.Commune));
            case CommuneFound.Several several:
                Propose(several.Communes);
                problems.AddModelError(field, Words.Ask["Commune_Several"]);
                return null;
            case CommuneFound.Unknown { Alike.Count: > 0 } alike:
                Propose(alike.Alike);
                problems.AddModelError(field, Words.Ask["Commune_Alike"]);
                return null;
            case CommuneFound.Unknown:
                problems.AddModelError(field, Words.Ask["Commune_Unknown"]);
                return null;
            default:
                problems.AddModelError(field, Words.Ask["Commune_Missing"]);
                return null;
        }
    }

    /// <summary>« Redon (35600) ».</summary>
    public static string Say(Commune commune) => commune.Postcodes.Count == 0 ? commune.Name : $"{commune.Name} ({commune.Postcodes[0]})";

    private void Propose(IReadOnlyList<Commune> communes) => Proposed = [.. communes.Select(c => new Choice(c.Insee, Say(c)))];
}
