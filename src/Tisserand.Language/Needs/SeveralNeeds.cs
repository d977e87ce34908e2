namespace Tisserand.Language;

/// <summary>One need of a message: its type and the token where the part about it begins.</summary>
internal sealed record NeedPart(int Type, int From, int At);

/// <summary>Tells one need told in many words from several needs.</summary>
internal static class SeveralNeeds
{
    private const double Strong = 3;

    /// <summary>Types that one wish often names together: they are one need unless told apart.</summary>
    private static readonly string[][] Kin =
    [
        ["transport", "transport.medical", "accompagnement"], ["visite", "ecoute"], ["repas", "courses"], ["numerique", "administratif"],
        ["repit_aidant", "visite", "accompagnement"], ["bricolage", "urgence_logement"], ["bricolage", "numerique"], ["courses", "accompagnement", "transport"],
        ["animal", "transport"], ["repit_aidant", "transport.medical", "transport"], ["repit_aidant", "aide_domicile", "repas"], ["courses", "courses.pharmacie"],
        ["jardin_bois", "urgence_logement"], ["aide_domicile", "urgence_logement"],
    ];

    /// <summary>What is said with a trip belongs to it.</summary>
    private static readonly HashSet<string> Trips = ["transport", "transport.medical", "accompagnement"];

    private static readonly HashSet<string> DayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "demain", "lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis", "dimanches"];

    private static readonly Lazy<PhraseBook<string>> Links = new(() => new(new[]
    {
        "et aussi", "aussi", "également", "en plus", "en même temps", "ainsi que", "et qu'on", "et puis", "puis", "ensuite", "+", "d'autre part", "autre chose",
        "et (pour|de|il|elle|je|j|me|passer|quelqu|une|un)", "par ailleurs", "au passage", "et pendant", "sans oublier", "deuxièmement", "par contre", "en revanche", "mais",
        "il (me|nous|lui) faudrait", "j'aurais (aussi|encore)? besoin", "et", "plus",
    }.SelectMany(link => Phrase.Parse(link, new Dictionary<string, WordSet>()).Select(phrase => (phrase, link)))));

    /// <summary>In the order of the text; at least one, the likeliest, even when little speaks for it.</summary>
    public static List<NeedPart> In(Reading reading, Clauses clauses, NeedEvidence evidence, double[] chances)
    {
        var main = Enumerable.Range(0, chances.Length).MaxBy(t => chances[t]);
        var anchor = evidence.OfClauses.Where(c => c.Type == main).OrderByDescending(c => c.Score).ThenBy(c => c.First).FirstOrDefault();
        if (anchor is null) return [new(main, 0, 0)];

        var links = Links.Value.In(reading.Tokens).Select(l => l.First).Distinct().ToList();
        var parts = new List<NeedPart> { new(main, anchor.Clause.First, anchor.First) };
        foreach (var c in evidence.OfClauses.Where(c => c.Type != main && c.Strongest >= Strong).OrderByDescending(c => c.Score))
            if (!parts.Exists(p => p.Type == c.Type) && IsBest(c, evidence) && (IsApart(c, anchor, links, main) || HaveDaysOfTheirOwn(c, anchor, reading)))
                parts.Add(new(c.Type, c.Clause == anchor.Clause ? c.First : c.Clause.First, c.First));
        return [.. parts.OrderBy(p => p.At).Select((p, i) => i == 0 ? p with { From = 0 } : p)];
    }

    /// <summary>Nothing else is said more strongly with the same words or in the same clause.</summary>
    private static bool IsBest(ClauseEvidence c, NeedEvidence evidence) => !evidence.OfClauses.Any(o =>
        o != c && o.Clause == c.Clause && (o.Score > c.Score && !Apart(o, c) || o.First < c.Behind && c.First < o.Behind && (o.Score, -o.Type).CompareTo((c.Score, -c.Type)) > 0));

    private static bool Apart(ClauseEvidence a, ClauseEvidence b) => a.Behind <= b.First || b.Behind <= a.First;

    /// <summary>« Ménage le lundi, courses le jeudi »: each in its clause with its day.</summary>
    private static bool HaveDaysOfTheirOwn(ClauseEvidence c, ClauseEvidence anchor, Reading reading) => c.Clause != anchor.Clause
        && c.Clause.Role != ClauseRole.Background && anchor.Clause.Role != ClauseRole.Background
        && NamesDay(c.Clause, reading) && NamesDay(anchor.Clause, reading)
        && !Trips.Contains(NeedLexicon.Types[c.Type]) && !Trips.Contains(NeedLexicon.Types[anchor.Type]);

    private static bool NamesDay(Clause clause, Reading reading) => reading.Tokens.Skip(clause.First).Take(clause.Behind - clause.First).Any(t => DayNames.Contains(t.Text));

    private static bool IsApart(ClauseEvidence c, ClauseEvidence anchor, List<int> links, int main)
    {
        var linked = links.Exists(l => Math.Min(c.First, anchor.First) < l && l < Math.Max(c.First, anchor.First)
            && (c.First > anchor.First ? l >= Math.Max(anchor.Behind, c.Clause.First) : l >= Math.Max(c.Behind, anchor.Clause.First)));
        if (Kin.Any(kin => kin.Contains(NeedLexicon.Types[c.Type]) && kin.Contains(NeedLexicon.Types[main])))
            return linked && c.Clause.Role != ClauseRole.Background && c.Score >= Strong && NeedLexicon.Types[c.Type].StartsWith("courses", StringComparison.Ordinal)
                && NeedLexicon.Types[main].StartsWith("courses", StringComparison.Ordinal);
        return linked && c.Clause.Role != ClauseRole.Background && anchor.Clause.Role != ClauseRole.Background && c.Score >= Strong
            && (c.Clause == anchor.Clause || c.Clause.Role == ClauseRole.Asks || c.Clause.Turn && c.First > anchor.First);
    }
}
