using Tisserand.France;

namespace Tisserand.Language;

/// <summary>A commune named in a message.</summary>
/// <param name="Commune">Null when several bear the name and nothing tells which.</param>
/// <param name="Candidates">Those that bear the name, nearest first; the one alone when settled.</param>
/// <param name="Text">The words that name it, a postcode beside it aside.</param>
public sealed record PlaceFound(Commune? Commune, IReadOnlyList<Commune> Candidates, TextSpan Text)
{
    /// <summary>What the words before it say: to there, from there, or only "of".</summary>
    internal PlaceRole Role { get; init; }

    internal int First { get; init; }
}

/// <summary>Said alone; "à X"; the commune of a hospital, a station …; "depuis X"; where somebody else lives; where the speaker lives; "de X".</summary>
internal enum PlaceRole { Said, To, Venue, From, HerHome, Speaker, Of }
