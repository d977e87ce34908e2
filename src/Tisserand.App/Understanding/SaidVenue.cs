using Tisserand.Language;

namespace Tisserand.App.Understanding;

/// <summary>The house or the person a trip goes to, kept as the words that say it: « l'hôpital », « chez le kiné ».</summary>
internal static class SaidVenue
{
    private const int MostWords = 4;

    private static readonly HashSet<string> Houses = new(StringComparer.Ordinal)
    {
        "hopital", "clinique", "polyclinique", "gare", "pharmacie", "cabinet", "mairie", "eglise", "cimetiere", "marche", "centre", "chu", "laboratoire", "mediatheque",
        "bibliotheque", "club", "banque", "poste", "cinema", "theatre", "musee", "piscine", "supermarche", "coiffeur", "foyer", "prefecture", "aeroport", "temple",
    };

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "le", "la", "les", "l", "mon", "ma", "mes", "son", "sa", "ses", "un", "une", "au", "aux", "du", "des", "notre" };

    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal)
    {
        "a", "au", "aux", "de", "d", "du", "des", "pour", "et", "le", "la", "les", "ce", "cet", "cette", "dans", "demain", "en", "vers", "avant", "apres", "parce", "car", "qui", "que", "il", "elle", "je",
        "j", "on", "mais", "ou", "si", "puis", "sur", "chaque", "tous", "toutes",
    };

    /// <param name="taken">Words already read as a commune or a time.</param>
    public static VenueRead? In(Reading reading, IReadOnlyList<TextSpan> taken)
    {
        var tokens = reading.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != TokenKind.Word) continue;
            if (tokens[at].Text == "chez" && Behind(reading, at + 1, taken) is var end && end > at + 1 && tokens[at + 1].Text is not ("moi" or "elle" or "lui" or "nous" or "eux" or "toi" or "vous"))
                return Venue(reading, at, end, isSomebody: true);
            if (Houses.Contains(tokens[at].Text) && at > 0 && Articles.Contains(tokens[at - 1].Text) && !IsTaken(tokens[at], taken))
                return Venue(reading, tokens[at - 1].Text is "le" or "la" or "l" ? at - 1 : at, at + 1, isSomebody: false);
        }
        return null;
    }

    /// <summary>Behind « le kiné », « mon médecin traitant »: an article, then words that are no time, commune or new turn.</summary>
    private static int Behind(Reading reading, int first, IReadOnlyList<TextSpan> taken)
    {
        var at = first;
        while (at < reading.Tokens.Count && at < first + MostWords && reading.Tokens[at] is { Kind: TokenKind.Word } token && !IsTaken(token, taken)
            && (at == first && Articles.Contains(token.Text) || !Ends.Contains(token.Text))) at++;
        return at == first + 1 && Articles.Contains(reading.Tokens[first].Text) ? first : at;
    }

    private static bool IsTaken(Token token, IReadOnlyList<TextSpan> taken) => taken.Any(t => t.Overlaps(new TextSpan(token.Start, token.End)));

    private static VenueRead Venue(Reading reading, int first, int behind, bool isSomebody)
    {
        var span = reading.Span(first, behind - 1);
        return new VenueRead(reading.Text[span.Start..span.End], isSomebody, span);
    }
}
