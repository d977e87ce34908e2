namespace Tisserand.Language;

/// <summary>Who speaks, for whom, and how old she is.</summary>
/// <param name="Caller">Such as "daughter_or_son"; "unknown" when nothing tells.</param>
/// <param name="Relation">What the one to be helped is to the caller, such as "mother".</param>
/// <param name="Age">In whole years at the time of the message; null when unknown.</param>
/// <param name="Words">The words that name her, and her age.</param>
public sealed record PersonsFound(string Caller, string Relation, int? Age, IReadOnlyList<TextSpan> Words);
