namespace Tisserand.Language;

/// <summary>Which act a message is, if any, and what it asks for besides.</summary>
internal static class ActChoice
{
    private const double Strong = 3;
    private const int LastWords = 5;

    public static ActFound? Of(IReadOnlyDictionary<string, ActFound> acts, Clauses clauses, NeedEvidence evidence, List<NeedPart> needs)
    {
        var asked = evidence.OfClauses.Where(c => c.Strongest >= Strong && c.Clause.Role != ClauseRole.Background).ToList();
        if (acts.TryGetValue("modification sûre", out var surely)) return surely with { Act = "modification" };
        if (acts.TryGetValue("annulation", out var cancel)) return cancel;
        if (acts.TryGetValue("modification", out var move) && IsPlain(move, asked, clauses)) return move;
        if (acts.TryGetValue("don", out var gift)) return gift with { Act = "hors_demande.don" };
        if (acts.TryGetValue("benevole", out var offer)) return offer with { Act = "hors_demande.benevole" };
        if (acts.TryGetValue("hors_demande", out var out_) && !asked.Exists(c => c.Clause.Role == ClauseRole.Asks && c.Score > Strong * 1.3 && !Covers(out_, c))) return out_;
        if (acts.TryGetValue("merci", out var thanks) && !AsksBesides(thanks, clauses, asked)) return thanks with { Act = "hors_demande.merci" };
        if (acts.TryGetValue("merci faible", out var weak) && asked.Count == 0 && clauses.All.All(c => c.Role == ClauseRole.Tells) && needs.Count < 2
            && evidence.Totals.Max() < 2) return weak with { Act = "hors_demande.merci" };
        return null;
    }

    /// <summary>Needs asked for after the act, in a clause that turns to them.</summary>
    public static List<NeedPart> Besides(ActFound act, Clauses clauses, List<NeedPart> needs) => act.Act != "annulation" && act.Act != "modification" ? []
        : [.. needs.Where(n => n.At >= act.Words[^1].Behind || clauses.Of(n.At) is var c && c.First > act.First && clauses.Of(act.First) != c)
            .Where(n => TurnsAsking(clauses, act.First, n.At)).Select(n => n with { From = clauses.Of(n.At).First })];

    /// <summary>Between the act and the need a turning word is said, and the need is asked for.</summary>
    private static bool TurnsAsking(Clauses clauses, int act, int need)
    {
        var (from, to) = (clauses.Of(act), clauses.Of(need));
        var between = clauses.All.SkipWhile(c => c != from).Skip(1).TakeWhile(c => c.First <= to.First).ToList();
        return to.Declined > need && between.Exists(c => c.Role == ClauseRole.Asks) && between.Exists(c => c.Turn);
    }

    private static bool IsPlain(ActFound move, List<ClauseEvidence> asked, Clauses clauses) =>
        !asked.Exists(c => c.Clause.Role == ClauseRole.Asks && c.Score > Strong * 1.6 && clauses.Of(move.First) != c.Clause);

    private static bool Covers(ActFound act, ClauseEvidence c) => act.Words.Any(w => w.First < c.Behind && c.First < w.Behind);

    private static bool AsksBesides(ActFound thanks, Clauses clauses, List<ClauseEvidence> asked) =>
        asked.Count > 0 && thanks.First >= clauses.All[^1].Behind - LastWords ||       // "… merci beaucoup", to end a call
        asked.Exists(c => !thanks.Words.Any(w => clauses.Of(w.First).Sentence == c.Clause.Sentence)
            || c.Clause.Role == ClauseRole.Asks && !thanks.Words.Any(w => clauses.Of(w.First) == c.Clause));
}
