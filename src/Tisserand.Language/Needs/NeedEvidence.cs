namespace Tisserand.Language;

/// <summary>What the lexicon says for one type in one clause.</summary>
/// <param name="First">The first token of the strongest turn.</param>
internal sealed record ClauseEvidence(Clause Clause, int Type, double Score, double Strongest, int First, int Behind);

/// <summary>What the words of a message say for each type of help.</summary>
internal sealed class NeedEvidence
{
    private const double WhenAsked = 1.25, InBackground = 0.45, Enough = 2.5;
    private const int Transport = 0, Medical = 1;

    /// <summary>Of each type in each clause, in the order of the text; declined words left out.</summary>
    public IReadOnlyList<ClauseEvidence> OfClauses { get; }

    /// <summary>Sum for each type, in the order of <see cref="NeedLexicon.Types"/>; repeating one thing adds less and less.</summary>
    public double[] Totals { get; }

    /// <summary>Words that say what is not wanted.</summary>
    public IReadOnlyList<Found<Weighed>> Declined { get; }

    /// <summary>The turns kept, strongest first.</summary>
    public IReadOnlyList<Found<Weighed>> Turns { get; }

    private NeedEvidence(List<ClauseEvidence> ofClauses, double[] totals, List<Found<Weighed>> declined, List<Found<Weighed>> turns) =>
        (OfClauses, Totals, Declined, Turns) = (ofClauses, totals, declined, turns);

    public static NeedEvidence In(Reading reading, Clauses clauses)
    {
        var found = NeedLexicon.Shipped.Turns.In(reading.Tokens);
        var declined = found.Where(f => f.What.Weight > 0 && f.First >= clauses.Of(f.First).Declined).ToList();
        var kept = NotTwice(found.Except(declined), reading.Tokens.Count);

        var totals = new double[NeedLexicon.Types.Count];
        var ofClauses = new List<ClauseEvidence>();
        foreach (var ofType in kept.GroupBy(f => f.What.Type))
        {
            var worth = ofType.Select(f => (Found: f, Clause: clauses.Of(f.First)))
                .Select(f => (f.Found, f.Clause, Score: f.Found.What.Weight * Factor(f.Clause, f.Found))).ToList();
            var share = 1.0;
            foreach (var (_, _, score) in worth.Where(w => w.Score > 0).OrderByDescending(w => w.Score).Take(6))
            {
                totals[ofType.Key] += score * share;
                share *= 0.55;
            }
            totals[ofType.Key] += worth.Where(w => w.Score < 0).Select(w => w.Score).DefaultIfEmpty(0).Min();
            ofClauses.AddRange(worth.GroupBy(w => w.Clause).Select(c => c.MaxBy(w => w.Score) is var best
                ? new ClauseEvidence(c.Key, ofType.Key, c.Sum(w => w.Score), best.Found.What.Weight, best.Found.First, best.Found.Behind) : throw new System.Diagnostics.UnreachableException()));
        }
        if (totals[Medical] >= Enough) totals[Medical] += 0.85 * Math.Max(0, totals[Transport]);   // what is said of driving is said of driving there
        return new([.. ofClauses.OrderBy(c => c.First).ThenByDescending(c => c.Score).ThenBy(c => c.Type)], totals, declined, kept);
    }

    private static double Factor(Clause clause, Found<Weighed> turn) =>
        turn.What.Weight < 0 ? 1
        : clause.IsBackground(turn.First) ? InBackground
        : clause.Role == ClauseRole.Asks ? WhenAsked
        : 1;

    /// <summary>Of turns that share a word and speak for one type, the strongest and longest.</summary>
    private static List<Found<Weighed>> NotTwice(IEnumerable<Found<Weighed>> found, int tokens)
    {
        var kept = new List<Found<Weighed>>();
        foreach (var ofType in found.GroupBy(f => (f.What.Type, For: f.What.Weight > 0)))
        {
            var taken = new bool[tokens];
            foreach (var turn in ofType.OrderByDescending(f => Math.Abs(f.What.Weight)).ThenByDescending(f => f.Length).ThenBy(f => f.First))
            {
                if (taken.AsSpan(turn.First, turn.Length).Contains(true)) continue;
                taken.AsSpan(turn.First, turn.Length).Fill(true);
                kept.Add(turn);
            }
        }
        return kept;
    }
}
