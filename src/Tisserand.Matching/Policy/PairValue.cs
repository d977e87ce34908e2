namespace Tisserand.Matching;

/// <summary>What one line of a value is about.</summary>
public enum ValueTerm
{
    /// <summary>Priority of the request, the same for every candidate.</summary>
    Priority,

    /// <summary>A × B in points.</summary>
    Quality,

    /// <summary>Asked little or much of late.</summary>
    Fairness,

    /// <summary>Available and not asked for a long time.</summary>
    Forgotten,

    /// <summary>Holds something rare that this need can do without.</summary>
    Reserve,

    /// <summary>The beneficiary would rather see somebody she knows, and knows her.</summary>
    Continuity,

    /// <summary>The beneficiary asked for her by name.</summary>
    Preferred,
}

/// <param name="Term">What it is about.</param>
/// <param name="Points">Points; whole but for <see cref="ValueTerm.Quality"/>.</param>
/// <param name="Figure">The figure behind it, for the sentence (asks, days, visits); 0 where there is none.</param>
public sealed record ValueLine(ValueTerm Term, double Points, double Figure = 0);

/// <summary>Value of a pair, by which candidates are ordered: the sum of its lines.</summary>
public sealed record PairValue(IReadOnlyList<ValueLine> Lines, double Total);
