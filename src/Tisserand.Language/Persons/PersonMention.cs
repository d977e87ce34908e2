namespace Tisserand.Language;

/// <summary>A person spoken of: tokens from <paramref name="First"/> to before <paramref name="Behind"/>.</summary>
/// <param name="Score">How much speaks for her being the one to be helped.</param>
internal sealed record PersonMention(string Relation, int First, int Behind, double Score = 0)
{
    /// <summary>« chez ma sœur »: where the help is, or where one goes.</summary>
    public bool IsAtHers { get; init; }

    public bool IsDead { get; init; }

    /// <summary>« pour ma sœur », « garder mon mari »: said to be the one.</summary>
    public bool IsMeant { get; init; }
}
