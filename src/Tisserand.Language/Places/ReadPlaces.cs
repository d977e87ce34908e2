using Tisserand.France;

namespace Tisserand.Language;

/// <summary>Communes by their names: the longest match, believed only where the words around allow a place.</summary>
internal static class ReadPlaces
{
    private const double Near = 60, Around = 35, Sure = 2.5, Margin = 20;
    private const int Town = 20_000, CityShare = 10, LongEnough = 5;

    private static readonly Lazy<PhraseBook<string>> Signs = new(() => new(RuleFile.Read("Places/places.txt").Phrases(s => s)));

    internal static IEnumerable<string> RuleWords => RuleFile.Read("Places/places.txt").Phrases(s => s).SelectMany(p => p.Phrase.Words);

    /// <param name="near">Where the cooperative is: settles names that several communes bear.</param>
    /// <returns>In the order of the text, apart from each other.</returns>
    public static List<PlaceFound> In(Reading reading, GeoPoint? near)
    {
        var tokens = reading.Tokens;
        var before = Signs.Value.In(tokens).ToLookup(f => f.Behind);
        var places = new List<PlaceFound>();
        for (var at = 0; at < tokens.Count;)
        {
            if (tokens[at].Kind == TokenKind.Word && Find(reading, at, before, near) is var (place, behind))
            {
                places.Add(place);
                at = behind;
            }
            else at++;
        }
        return places;
    }

    private static (PlaceFound Place, int Behind)? Find(Reading reading, int at, ILookup<int, Found<string>> before, GeoPoint? near)
    {
        var tokens = reading.Tokens;
        var signs = before[at].OrderByDescending(f => f.Length).Select(f => f.What).ToList();
        if (signs.Any(s => s is "rue" or "nom de personne")) return null;
        var whole = Gazetteer.Shipped.At(tokens, at);
        var isBeginning = false;
        if (whole is null or { Communes.Length: > 1 } && Gazetteer.Shipped.BeginningAt(tokens, at) is { } begun && begun.Behind >= (whole?.Behind ?? 0)
            && (whole is null || !whole.Value.Communes.Any(c => Distance(c, near) < Near)))
        {
            var around = begun.Communes.Where(c => Distance(c, near) < Around).ToArray();
            if (around.Length > 0 && signs.Count > 0 && (tokens[at].IsCapitalised || begun.Behind - at > 1)) (whole, isBeginning) = ((begun.Behind, around), true);
        }
        if (whole is not var (behind, communes)) return null;

        var postcode = Postcode(tokens, at, behind);
        if (postcode.Code is { } code && communes.Where(c => c.Postcodes.Contains(code) || c.Departement == code).ToArray() is { Length: > 0 } exact) communes = exact;
        else if (!Believable(reading, at, behind, communes, signs, near, isBeginning)) return null;

        var ranked = communes.OrderBy(c => Distance(c, near)).ThenByDescending(c => c.Population).ThenBy(c => c.Insee, StringComparer.Ordinal).ToArray();
        var settled = Settled(ranked, near);
        var place = new PlaceFound(settled, settled is null ? ranked : [settled], reading.Span(at, behind - 1))
        {
            // "il habite à" says more than "habite à": signs come longest first.
            Role = signs.Find(s => s is "chez moi" or "chez autrui") is { } home ? (home == "chez moi" ? PlaceRole.Speaker : PlaceRole.HerHome) : signs.Contains("depuis") ? PlaceRole.From : signs.Contains("lieu") ? PlaceRole.Venue
                : signs.Contains("vers") ? PlaceRole.To : signs.Contains("de") ? PlaceRole.Of : PlaceRole.Said,
            First = at,
        };
        return (place, behind);
    }

    /// <summary>A name is a place when it is said as one, or cannot well be anything else.</summary>
    private static bool Believable(Reading reading, int at, int behind, Commune[] communes, List<string> signs, GeoPoint? near, bool isBeginning)
    {
        var token = reading.Tokens[at];
        var words = behind - at;
        var isNear = communes.Any(c => Distance(c, near) < Near);
        var isTown = communes.Any(c => c.Population >= Town);
        var isCommon = CommonWords.Have(reading.Tokens, at, behind);
        var first = at == 0 || reading.Tokens[at - 1].EndsSentence;
        var capital = token.IsCapitalised && !first;
        var isPlaced = signs.Any(s => s is "vers" or "lieu" or "depuis" or "chez moi" or "chez autrui");
        if (reading.Tokens.Count > behind && reading.Tokens[behind] is { Kind: TokenKind.Word, IsCapitalised: true } && !isPlaced) return false;   // a longer name
        if (isCommon) return capital && (isPlaced && (isNear || isTown) || isNear && (signs.Contains("de") || IsHeading(reading.Tokens, at, behind)));
        if (words > 2) return true;
        if (communes.Any(c => Distance(c, near) < Around) && token.Text.Length >= LongEnough && (AllSmall(reading) || IsHeading(reading.Tokens, at, behind))) return true;
        if (isNear || isTown) return capital && (isNear || isPlaced) || isPlaced || signs.Contains("de") && !token.IsCapitalised && !AnyCapital(reading) || words == 2 && (token.IsCapitalised || AllSmall(reading));
        return token.IsCapitalised && isPlaced && token.Text.Length > 3;
    }

    private static bool AnyCapital(Reading reading) => reading.Tokens.Skip(1).Any(t => t.IsCapitalised);

    /// <summary>« Caden : trois stères »: alone before a sign.</summary>
    private static bool IsHeading(IReadOnlyList<Token> tokens, int at, int behind) =>
        (at == 0 || tokens[at - 1].EndsClause) && behind < tokens.Count && tokens[behind].EndsClause;

    private static bool AllSmall(Reading reading) => !AnyCapital(reading);

    /// <summary>The one meant: alone, much nearer than the others, or a town beside hamlets.</summary>
    private static Commune? Settled(Commune[] ranked, GeoPoint? near)
    {
        if (ranked.Length == 1) return ranked[0];
        if (near is not null && Distance(ranked[0], near) is var nearest && nearest < Near && Distance(ranked[1], near) > Sure * nearest + Margin) return ranked[0];
        var biggest = ranked.MaxBy(c => c.Population)!;
        var isNear = Distance(ranked[0], near) < Near;
        return !isNear && biggest.Population >= Town && ranked.All(c => c == biggest || c.Population * CityShare <= biggest.Population) ? biggest : null;
    }

    private static double Distance(Commune commune, GeoPoint? near) =>
        near is { } here && commune.Point is { } there ? here.KilometresTo(there) : 9999;

    /// <summary>Five digits, or a département in brackets, right before or behind a name.</summary>
    private static (string? Code, int At) Postcode(IReadOnlyList<Token> tokens, int at, int behind)
    {
        if (at > 0 && IsCode(tokens[at - 1], 5)) return (tokens[at - 1].Text, at - 1);
        var next = behind < tokens.Count && tokens[behind].Text is "(" or "," or "-" ? behind + 1 : behind;
        if (next < tokens.Count && (IsCode(tokens[next], 5) || next > behind && IsCode(tokens[next], 2))) return (tokens[next].Text, next);
        return (null, -1);
    }

    private static bool IsCode(Token token, int digits) => token.Kind == TokenKind.Number && token.Text.Length == digits && token.Text.All(char.IsAsciiDigit);
}
