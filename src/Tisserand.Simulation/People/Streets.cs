using System.Globalization;

namespace Tisserand.Simulation.People;

/// <summary>Invented addresses, without commune.</summary>
public static class Streets
{
    private sealed record Lists(string[] Streets, string[] Hamlets);

    private static readonly Lists All = Words.Read<Lists>("streets");

    /// <summary>« 12 bis rue du Port » in town, « 3 La Ville-Aubin » or « La Ruée » outside.</summary>
    public static string Address(Chance chance, bool inTown)
    {
        var place = chance.Pick(inTown ? All.Streets : All.Hamlets);
        if (!inTown && chance.Bernoulli(0.5))
            return place;
        var number = 1 + (int)chance.Exponential(inTown ? 18 : 4);
        var half = chance.Bernoulli(0.06) ? " bis" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{number}{half} {place}");
    }
}
