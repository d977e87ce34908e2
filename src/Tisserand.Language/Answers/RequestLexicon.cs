using Tisserand.France;

namespace Tisserand.Language;

/// <summary>The words of requests: slips are mended to the long ones; no word of a rule, and no commune, is a slip.</summary>
internal static class RequestLexicon
{
    private const int ShortestMended = 6;

    private static readonly Lazy<Lexicon> LazyShipped = new(Make);

    public static Lexicon Shipped => LazyShipped.Value;

    private static Lexicon Make()
    {
        var rules = NeedLexicon.Shipped.Words.Concat(Acts.Words).Concat(ReadDanger.RuleWords).Concat(Urgency.RuleWords).Concat(Clauses.RuleWords)
            .Concat(Mentions.Words).Concat(ReadPlaces.RuleWords).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var communes = CommuneTable.Shipped.All.Select(c => TextFolding.Fold(c.Name)).Where(name => !name.Contains(' ', StringComparison.Ordinal));
        return Lexicon.Shipped.With(rules.Where(w => w.Length >= ShortestMended && !w.EndsWith('*')), rules.Concat(CommonWords.All).Concat(communes));
    }
}
