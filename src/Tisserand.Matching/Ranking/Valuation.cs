namespace Tisserand.Matching;

/// <summary>Both cards and the policy for one eligible pair, line by line: the plain way, for the few that are shown.</summary>
internal static class Valuation
{
    /// <param name="cards">The cooperative's cards.</param>
    /// <param name="who">The volunteer.</param>
    /// <param name="need">The need.</param>
    /// <param name="verdict">Its verdict, eligible.</param>
    /// <param name="reservePoints">What spending something rare costs here, 0 when she holds nothing rare.</param>
    public static RankedCandidate Of(CardFile cards, Candidate who, Need need, Verdict verdict, int reservePoints)
    {
        var start = verdict.Start ?? throw new ArgumentException("Only eligible candidates are valued.", nameof(verdict));
        var about = verdict.Travel.AboutMinutes;
        var pair = new Pair(who, need, start, about);
        var acceptance = cards.Acceptance.Fill(pair, AcceptanceFeatures.All);
        var visit = cards.Visit.Fill(pair, VisitFeatures.All);
        var value = ValueOf(cards, pair, acceptance.Chance, visit.Chance, reservePoints);
        return new RankedCandidate(who, start, about, verdict.Doubts, acceptance, visit, value);
    }

    private static PairValue ValueOf(CardFile cards, Pair pair, Chance yes, Chance good, int reservePoints)
    {
        var (policy, history) = (cards.Policy, pair.Who.History);
        var quality = Quality(policy, yes.Of, good.Of);
        ValueLine[] whole =
        [
            new(ValueTerm.Fairness, policy.FairnessPoints(history.AskedLast14Days), history.AskedLast14Days),
            new(ValueTerm.Forgotten, IsForgotten(policy, pair) ? policy.Forgotten.Rule.Points : 0, DaysSinceAsked(pair)),
            new(ValueTerm.Reserve, reservePoints),
            new(ValueTerm.Continuity, KnowsAsWished(pair) ? policy.Continuity.Rule : 0, VisitsTogether(pair)),
            new(ValueTerm.Preferred, pair.Need.Wishes.Volunteers.Contains(pair.Who.Id) ? policy.Preferred.Rule : 0),
        ];
        var priority = new ValueLine(ValueTerm.Priority, cards.Priority.Points(pair.Need.Priority), cards.Priority.Steps(pair.Need.Priority));
        ValueLine[] lines = [priority, new(ValueTerm.Quality, quality), .. whole.Where(line => line.Points != 0)];
        return new PairValue(lines, quality + (priority.Points + whole.Sum(line => line.Points)));
    }

    public static double Quality(Policy policy, Probability yes, Probability good) =>
        policy.QualityPoints * (yes.Value * good.Value);

    private static bool IsForgotten(Policy policy, Pair pair) =>
        pair.Who.History.LastAskedAt is null || DaysSinceAsked(pair) >= policy.Forgotten.Rule.AfterDays;

    private static double DaysSinceAsked(Pair pair) =>
        pair.Who.History.LastAskedAt is { } last ? Math.Floor((pair.Need.AsOf - last).TotalDays) : 0;

    private static bool KnowsAsWished(Pair pair) => pair.Need.Wishes.Continuity && VisitsTogether(pair) > 0;

    private static int VisitsTogether(Pair pair) =>
        pair.Who.History.Together.GetValueOrDefault(pair.Need.BeneficiaryId).Visits;
}
