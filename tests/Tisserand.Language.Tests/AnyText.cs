using CsCheck;

namespace Tisserand.Language.Tests;

/// <summary>Texts of every sort: words of time in any order, letters, signs, emoji, marks of direction, broken pairs.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "lundi", "mecredi", "le", "3", "mars", "14h30", "14:30", "à", "de", "au", "du", "et", "ou", "quatre-vingt", "dix", "neuf", "heures", "moins",
        "le quart", "demain", "2m1", "aprem", "sauf", "vacances", "tous", "les", "une", "semaine", "sur", "deux", "fois", "par", "jour", "prochain",
        "dans", "avant", "jusqu'à", "la", "Toussaint", "matin", "entre", "midi", "1er", "2e", "dernier", "mois", "06 12 34 56 78", "né", "depuis",
        "Ma AM", "L/J", "x", "9h-12h", "fin", "mai", "31/02", "03/04/2026", ",", ".", ";", "\n", "?", "(", ")", "-", "–", "’", "'", "<b>", "é", "e\u0301",
        "👵🏽", "\u200F", "\u202E", "\0", "\uD83D", "\uDE00", "\u00AD", "ﬁ", "𝐦", "ß", "œ", "مرحبا", "2147483648", "99999999999", "00", "24h", "25h61",
    ];

    private static readonly string[] Gaps = [" ", " ", " ", "", "\n"];

    public static readonly Gen<string> Texts = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Int[0, 4].Select(i => Gaps[i])).Select((piece, gap) => piece + gap).Array[0, 25].Select(string.Concat)),
        (1, Gen.String),
        (1, Gen.String[Gen.Char['\0', '\uFFFF'], 0, 40]));
}
