namespace Tisserand.Language;

/// <summary>A need, or an act, read in a message.</summary>
/// <param name="Type">Null when nothing is sure enough.</param>
/// <param name="Confidence">Chance that the type is right, from 0 to 1; of the likeliest one when <paramref name="Type"/> is null.</param>
/// <param name="Alternatives">Up to three other types with their chances, likeliest first.</param>
/// <param name="Words">The words that caused it, in order; may be empty.</param>
public sealed record NeedFound(string? Type, double Confidence, IReadOnlyList<(string Type, double Chance)> Alternatives, IReadOnlyList<TextSpan> Words)
{
    /// <summary>For each other type, the words that speak for it, in order; a type without any is absent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TextSpan>> WordsOfAlternatives { get; init; } = new Dictionary<string, IReadOnlyList<TextSpan>>();

    /// <summary>Token at which the part of the message about this need begins; 0 for the first.</summary>
    internal int From { get; init; }

    /// <summary>A clause that asks names it; else it is only told of.</summary>
    internal bool IsAsked { get; init; } = true;

    public bool IsAct => Type is "annulation" or "modification" || Type?.StartsWith("hors_demande", StringComparison.Ordinal) == true;
}
