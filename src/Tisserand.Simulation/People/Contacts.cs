using System.Globalization;
using System.Text;

namespace Tisserand.Simulation.People;

/// <summary>Numbers and addresses that reach nobody.</summary>
public static class Contacts
{
    private const int NumbersInRange = 10_000;

    /// <summary>In the range 02 61 91 that Arcep keeps for fiction (décision 2018-0881, annex).</summary>
    public static string Landline(Chance chance) => Number("02 61 91", chance);

    /// <summary>In the range 06 39 98 that Arcep keeps for fiction (décision 2018-0881, annex).</summary>
    public static string Mobile(Chance chance) => Number("06 39 98", chance);

    /// <summary>At a domain reserved for examples (RFC 2606).</summary>
    public static string Email(PersonName who, Chance chance)
    {
        var (first, last) = (Letters(who.First), Letters(who.Last));
        var name = chance.NextInt(4) switch
        {
            0 => $"{first[0]}{last}",
            1 => $"{last}.{first}",
            2 => string.Create(CultureInfo.InvariantCulture, $"{first}{last}{chance.NextInt(10, 99)}"),
            _ => $"{first}.{last}",
        };
        return $"{name}@{(chance.Bernoulli(0.5) ? "courrier" : "boite")}.example";
    }

    private static string Number(string range, Chance chance)
    {
        var rest = chance.NextInt(NumbersInRange);
        return string.Create(CultureInfo.InvariantCulture, $"{range} {rest / 100:00} {rest % 100:00}");
    }

    private static string Letters(string name) => string.Concat(name.Normalize(NormalizationForm.FormD)
        .Where(char.IsAsciiLetter)).ToLowerInvariant();
}
