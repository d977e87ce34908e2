namespace Tisserand.App.NeedTypes;

/// <summary>One kind of help as the taxonomy describes it; lengths are in minutes, the notice in hours.</summary>
public sealed record NeedTypeDefinition
{
    /// <summary>Such as <c>courses</c> or <c>courses.alimentaires</c>; never changes once used.</summary>
    public required string Code { get; init; }
    public required string NameFr { get; init; }
    public required string NameEn { get; init; }

    /// <summary>The activity as volunteers and messages name it; says nothing of health or belief.</summary>
    public required string ShownFr { get; init; }
    public required string ShownEn { get; init; }

    /// <summary>One or two plain French sentences: what the volunteer does.</summary>
    public required string Description { get; init; }

    /// <summary>The same in English; null where nobody has written it.</summary>
    public string? DescriptionEn { get; init; }
    public required int UsualMinutes { get; init; }

    /// <summary>What planning books, so that a slow day does not push the next person.</summary>
    public required int LongMinutes { get; init; }

    /// <summary>Answers are awaited until the latest start minus this.</summary>
    public required int NoticeHours { get; init; }

    /// <summary>Steps of priority, 0 (can wait) to 5; the cards say what a step is worth, more than any pair's quality.</summary>
    public required int BasePriority { get; init; }
    public required IReadOnlyList<string> RequiredSkills { get; init; }
    public required IReadOnlyList<string> UsefulSkills { get; init; }
    public required IReadOnlyList<string> RequiredChecks { get; init; }

    /// <summary>Words by which people ask for it, lower case, with their accents.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>False where a coordinator must always look before anybody is asked.</summary>
    public required bool AutomaticValidation { get; init; }
    public required FirstMeeting FirstMeeting { get; init; }

    /// <summary>Somebody is driven or led from a pick-up place to a destination.</summary>
    public required bool IsTrip { get; init; }

    /// <summary>A bond matters more than speed: one person is asked at a time unless the coordinator says otherwise.</summary>
    public required bool OneAtATime { get; init; }

    /// <summary>The first level of the two, by the code's own dot; null for a root.</summary>
    public string? Parent => Code.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? Code[..dot] : null;

    /// <summary>The type of the exchange formats it counts as: itself, or else its parent.</summary>
    public string FirstLevel => Parent is null || FirstLevels.IsOne(Code) ? Code : Parent;
}

/// <summary>How a volunteer and a beneficiary meet for the first time.</summary>
public enum FirstMeeting
{
    /// <summary>Nothing special.</summary>
    None,
    /// <summary>The coordinator, or a volunteer she sends, comes along.</summary>
    Accompanied,
    /// <summary>The coordinator calls both afterwards.</summary>
    CalledBack,
}

/// <summary>The types of the exchange formats, which finer codes never replace.</summary>
public static class FirstLevels
{
    /// <summary>In the order of the exchange formats.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "transport", "transport.medical", "accompagnement", "courses", "courses.pharmacie", "repas", "visite", "ecoute",
        "bricolage", "jardin_bois", "aide_domicile", "administratif", "numerique", "animal", "repit_aidant", "urgence_logement",
    ];

    public static bool IsOne(string code) => All.Contains(code);
}
