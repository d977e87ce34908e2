using System.Globalization;

namespace Tisserand.Language;

/// <summary>Numbers in letters become one number token: « quatre-vingt-six », « deux mille vingt-six », « vingt et unième ».</summary>
internal static class Numerals
{
    private static readonly Dictionary<string, int> Cardinals = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["un"] = 1, ["une"] = 1, ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["six"] = 6, ["sept"] = 7,
        ["huit"] = 8, ["neuf"] = 9, ["dix"] = 10, ["onze"] = 11, ["douze"] = 12, ["treize"] = 13, ["quatorze"] = 14, ["quinze"] = 15,
        ["seize"] = 16, ["vingt"] = 20, ["vingts"] = 20, ["trente"] = 30, ["quarante"] = 40, ["cinquante"] = 50, ["soixante"] = 60,
        ["septante"] = 70, ["huitante"] = 80, ["octante"] = 80, ["nonante"] = 90, ["cent"] = 100, ["cents"] = 100, ["mille"] = 1000,
        // As they are often misspelt.
        ["quatres"] = 4, ["cinque"] = 5, ["dis"] = 10, ["quize"] = 15, ["quartorze"] = 14, ["vint"] = 20, ["katre"] = 4, ["uit"] = 8,
    };

    private static readonly Dictionary<string, int> Ordinals = MadeOrdinals();

    public static List<Token> Joined(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
            if (Longest(tokens, at) is var (length, value, ordinal) && length > 0)
            {
                joined.Add(length == 1 && tokens[at].Text is "un" or "une"
                    ? tokens[at] with { Value = 1 }
                    : new Token(TokenKind.Number, value.ToString(CultureInfo.InvariantCulture), tokens[at].Start, tokens[at + length - 1].End)
                    {
                        Value = value,
                        IsOrdinal = ordinal,
                        Written = string.Join(' ', tokens.Skip(at).Take(length).Select(t => t.Written)),
                        IsGlued = tokens[at].IsGlued,
                        IsCapitalised = tokens[at].IsCapitalised,
                    });
                at += length;
            }
            else joined.Add(tokens[at++]);
        return joined;
    }

    /// <summary>The longest number that begins here; length 0 for none.</summary>
    private static (int Length, int Value, bool Ordinal) Longest(List<Token> tokens, int at)
    {
        var (total, group, last, end) = (0, 0, int.MaxValue, at);       // total: thousands; last: what the group may still take
        for (var i = at; i < tokens.Count; i++)
        {
            var word = tokens[i].Kind == TokenKind.Word ? tokens[i].Text : "";
            if (word == "et" && i > at && i + 1 < tokens.Count && last is >= 20 and <= 60 && group % 10 == 0
                && tokens[i + 1].Text is "un" or "une" or "onze" or "unieme" or "onzieme") continue;
            var ordinal = Ordinals.TryGetValue(word, out var value);
            if (!ordinal && !Cardinals.TryGetValue(word, out value)) break;
            if (ordinal && i > at && word is "premier" or "premiere" or "second" or "seconde") break;

            if (value == 1000 && total == 0) (total, group, last) = (Math.Max(group, 1) * 1000, 0, 1000);
            else if (value == 100 && group < 10) (group, last) = (Math.Max(group, 1) * 100, 100);
            else if (value == 20 && group % 100 == 4 && last == 4) (group, last) = (group + 76, 80);
            else if (value is > 0 and < 100 && Fits(last, value) && !(i > at && word is "un" or "une" && tokens[i - 1].Text != "et" && last != 80 && last < 100))
                (group, last) = (group + value, value is 10 ? 10 : value);
            else if (value == 0 && i == at) return (1, 0, false);
            else break;
            end = i + 1;
            if (ordinal) return (end - at, total + group, true);
        }
        return (end - at, total + group, false);
    }

    /// <summary>Tens take a unit, sixty and eighty up to nineteen, ten takes seven to nine, hundreds all below.</summary>
    private static bool Fits(int last, int value) => last switch
    {
        >= 100 => true,
        60 or 80 => value < 20,
        20 or 30 or 40 or 50 or 70 or 90 => value < 10,
        10 => value is 7 or 8 or 9,
        _ => false,
    };

    private static Dictionary<string, int> MadeOrdinals()
    {
        var made = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["premier"] = 1, ["premiere"] = 1, ["premiers"] = 1, ["premieres"] = 1, ["unieme"] = 1, ["second"] = 2, ["seconde"] = 2,
            ["cinquieme"] = 5, ["neuvieme"] = 9,
        };
        foreach (var (word, value) in Cardinals)
            if (value is > 1 and <= 1000) made.TryAdd((word.EndsWith('e') ? word[..^1] : word) + "ieme", value);
        return made;
    }
}
