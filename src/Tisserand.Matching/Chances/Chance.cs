namespace Tisserand.Matching;

/// <summary>A chance and how many cases it rests on (0: a documented prior alone).</summary>
public readonly record struct Chance(Probability Of, int Cases);

/// <summary>The two chances of one volunteer for one request.</summary>
/// <param name="Yes">She says yes when asked (card A).</param>
/// <param name="GoodVisit">The visit goes well after a yes (card B).</param>
public readonly record struct Chances(Chance Yes, Chance GoodVisit);
