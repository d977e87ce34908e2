namespace Tisserand.Language;

/// <summary>How a danger is told.</summary>
public enum DangerLevel
{
    /// <summary>Nothing of it.</summary>
    None,

    /// <summary>It can be understood so; somebody must ask.</summary>
    Hinted,

    /// <summary>In plain words.</summary>
    Plain,
}

/// <summary>Whether somebody's life, health, safety or liberty may be at stake now.</summary>
/// <param name="Theme">Such as "chute" or "violence", of the words that say most of it ("au secours" alone says least); null without danger or when only hinted.</param>
/// <param name="Words">The words that say it, in order.</param>
public sealed record DangerFound(DangerLevel Level, string? Theme, IReadOnlyList<TextSpan> Words)
{
    /// <summary>Said of her body, mind or liberty, not of her house or larder: what else the message tells of is no
    /// request for help unless it asks.</summary>
    internal bool IsNoRequest(string? type) => Level switch
    {
        DangerLevel.Plain => Theme is not ("maison" or "faim") && type is not "courses.pharmacie",
        DangerLevel.Hinted => type is not ("urgence_logement" or "courses" or "courses.pharmacie" or "repas" or "jardin_bois" or "aide_domicile"),
        _ => false,
    };

    public static DangerFound None { get; } = new(DangerLevel.None, null, []);
}
