namespace Tisserand.Language;

/// <summary>What people are to each other, in the words of the exchange formats.</summary>
internal static class Relations
{
    /// <summary>Who speaks when the one to be helped is hers so.</summary>
    private static readonly Dictionary<string, string> Callers = new(StringComparer.Ordinal)
    {
        ["self"] = "self", ["couple"] = "self", ["mother"] = "daughter_or_son", ["father"] = "daughter_or_son", ["parents"] = "daughter_or_son",
        ["mother_in_law"] = "other_family", ["father_in_law"] = "other_family", ["in_laws"] = "other_family",
        ["husband"] = "spouse", ["wife"] = "spouse", ["sister"] = "sibling", ["brother"] = "sibling", ["daughter"] = "parent", ["son"] = "parent",
        ["grandmother"] = "grandchild", ["grandfather"] = "grandchild", ["grandparents"] = "grandchild", ["grandchild"] = "grandparent",
        ["aunt"] = "niece_or_nephew", ["uncle"] = "niece_or_nephew", ["other_family"] = "other_family",
        ["friend"] = "friend", ["neighbour"] = "neighbour", ["client"] = "professional",
    };

    /// <summary>What a woman or a man is to somebody who says what she is to her: a daughter speaks of her mother.</summary>
    private static readonly Dictionary<string, (string Woman, string Man)> Beneficiaries = new(StringComparer.Ordinal)
    {
        ["daughter_or_son"] = ("mother", "father"), ["grandchild"] = ("grandmother", "grandfather"), ["niece_or_nephew"] = ("aunt", "uncle"),
        ["sibling"] = ("sister", "brother"), ["spouse"] = ("wife", "husband"), ["parent"] = ("daughter", "son"),
        ["other_family"] = ("other_family", "other_family"), ["neighbour"] = ("neighbour", "neighbour"), ["friend"] = ("friend", "friend"),
        ["professional"] = ("client", "client"),
    };

    public static string CallerFor(string relation) => Callers.GetValueOrDefault(relation, "unknown");

    public static string BeneficiaryOf(string caller, bool isMan) =>
        Beneficiaries.TryGetValue(caller, out var both) ? isMan ? both.Man : both.Woman : "unknown";

    /// <summary>As the exchange formats name it: what they lack is other_family.</summary>
    public static string AsAnswered(string relation) => relation switch
    {
        "grandparents" or "in_laws" => "other_family",
        "named" => "other",
        _ => relation,
    };
}
