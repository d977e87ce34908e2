namespace Tisserand.Simulation.People;

public enum Sex
{
    F,
    M,
}

/// <summary>Names go with the years of birth.</summary>
public enum Generation
{
    /// <summary>75 and over.</summary>
    Senior,
    /// <summary>45 to 74.</summary>
    Adult,
    /// <summary>18 to 44.</summary>
    Young,
}

/// <summary>The name of an invented person.</summary>
public sealed record PersonName(Sex Sex, string First, string Last);

/// <summary>Names as the country between Vilaine and Brière has them; the people are invented.</summary>
/// <remarks>The first of a list are met more often than the last: weight 1 ÷ (rank + 8).</remarks>
public static class Names
{
    private const double Flatness = 8;

    private static readonly Dictionary<string, string[]> FirstNames = Words.Read<Dictionary<string, string[]>>("first-names");
    private static readonly string[] LastNames = Words.Read<string[]>("last-names");

    /// <summary>A person on her own stream: the same stream gives the same person.</summary>
    public static PersonName Person(Chance chance, Sex sex, Generation generation) =>
        new(sex, First(chance, sex, generation), Last(chance));

    /// <summary>Somebody of the same household and last name, of the other sex.</summary>
    public static PersonName PartnerOf(PersonName somebody, Chance chance, Generation generation)
    {
        var sex = somebody.Sex == Sex.F ? Sex.M : Sex.F;
        return new(sex, First(chance, sex, generation), somebody.Last);
    }

    public static string First(Chance chance, Sex sex, Generation generation) =>
        ByRank(chance, FirstNames[$"{generation.ToString().ToLowerInvariant()}{sex}"]);

    public static string Last(Chance chance) => ByRank(chance, LastNames);

    private static string ByRank(Chance chance, string[] names) =>
        names[chance.Weighted([.. Enumerable.Range(0, names.Length).Select(rank => 1 / (rank + Flatness))])];
}
