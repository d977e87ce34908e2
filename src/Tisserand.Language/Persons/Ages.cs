using NodaTime;

namespace Tisserand.Language;

/// <summary>An age said in a text, and the token it was said at.</summary>
internal readonly record struct AgeFound(int Years, int First, int Behind);

/// <summary>Ages in years, also from birth dates: « 86 ans », « née en 1938 », « né le 3/5/41 ».</summary>
internal static class Ages
{
    private const int Youngest = 16, Oldest = 115, BirthReach = 8;

    private static readonly HashSet<string> LengthBefore = ["depuis", "y", "pendant", "dans", "en", "fait", "voila", "tous", "les", "durant", "pour", "apres", "toutes", "environ"];
    private static readonly HashSet<string> LengthBehind = ["d", "de", "que", "plus", "apres", "avant", "nous", "on", "deja"];

    private static readonly string[] Months =
        ["", "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    public static List<AgeFound> In(IReadOnlyList<Token> tokens, LocalDate today)
    {
        var ages = new List<AgeFound>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Value is >= Youngest and <= Oldest && tokens[at].Kind == TokenKind.Number && Unit(tokens, at) is var behind and > 0)
                ages.Add(new(tokens[at].Value!.Value, at, behind));
            else if (Written(tokens, at) is { } written && YearsOld(written, today) is var old and >= Youngest and <= Oldest) ages.Add(new(old, at, at + 5));
            else if ((tokens[at].Text is "nee" or "naissance" || tokens[at].Text == "ne" && IsBirth(tokens, at + 1)) && Born(tokens, at) is { } born && YearsOld(born.Date, today) is var years and >= 0 and <= Oldest)
                ages.Add(new(years, at, born.Behind));
        }
        return ages;
    }

    /// <summary>"02/04/1938", as forms have it.</summary>
    private static LocalDate? Written(IReadOnlyList<Token> tokens, int at) => at + 4 < tokens.Count && tokens[at].Value is >= 1 and <= 31 and var day && tokens[at + 1].Text is "/" or "." or "-"
        && tokens[at + 2].Value is >= 1 and <= 12 and var month && tokens[at + 3].Text is "/" or "." or "-" && tokens[at + 4].Value is >= 1900 and <= 2100 and var year
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>"Né le …", "né en …": without its accent it is also "ne … pas".</summary>
    private static bool IsBirth(IReadOnlyList<Token> tokens, int at) => at < tokens.Count
        && (tokens[at].Kind == TokenKind.Number || tokens[at].Text is "en" or "a" or ":" || tokens[at].Text is "le" && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number);

    /// <summary>Behind "86 ans", "âgée de 86", "86 printemps"; 0 when the number is no age.</summary>
    private static int Unit(IReadOnlyList<Token> tokens, int at)
    {
        var next = at + 1 < tokens.Count ? tokens[at + 1].Text : "";
        var before = at > 0 ? tokens[at - 1].Text : "";
        var before2 = at > 1 ? tokens[at - 2].Text : "";
        if (before2 is "age" or "agee" or "ages" or "agees" && before == "de") return next is "ans" or "an" ? at + 2 : at + 1;
        if (before == "age" || before == ":" && before2 == "age") return next is "ans" or "an" ? at + 2 : at + 1;
        if (next is "printemps") return at + 2;
        if (next is not ("ans" or "an" or "balais" or "berges")) return 0;
        if (LengthBefore.Contains(before) && !(before is "pour" or "environ") || before2 is "depuis" or "pendant" || before2 == "y" && before == "a") return 0;
        var behind = at + 2 < tokens.Count ? tokens[at + 2].Text : "";
        if (behind is "d" or "de" && at + 3 < tokens.Count && tokens[at + 3].Text is "experience" or "mariage" or "metier" or "vie" or "pratique" or "service"
            or "anciennete" or "cotisation" or "bail" or "permis" or "boite" or "loyaute") return 0;
        return LengthBehind.Contains(behind) && behind is "que" or "apres" or "plus" ? 0 : at + 2;
    }

    /// <summary>A year or a date behind "née": a year alone counts from its first of January… as people do.</summary>
    private static (LocalDate Date, int Behind)? Born(IReadOnlyList<Token> tokens, int at)
    {
        int? day = null, month = null;
        for (var i = at + 1; i < tokens.Count && i <= at + BirthReach; i++)
        {
            var token = tokens[i];
            if (Array.IndexOf(Months, token.Text) is var named and > 0) month = named;
            else if (token is { Kind: TokenKind.Number, Value: { } value })
            {
                if (value is >= 1900 and <= 2100) return Date(value, month, day) is { } date ? (date, i + 1) : null;
                if (day is null && value is >= 1 and <= 31) day = value;
                else if (month is null && value is >= 1 and <= 12) month = value;
                else if (value is >= 10 and <= 99) return Date(1900 + value, month, day) is { } shortDate ? (shortDate, i + 1) : null;
                else return null;
            }
            else if (token.EndsSentence && token.Text != ".") return null;
        }
        return null;

        static LocalDate? Date(int year, int? month, int? day) =>
            month is null ? new LocalDate(year, 1, 1)
            : day is { } d && d <= CalendarSystem.Iso.GetDaysInMonth(year, month.Value) ? new LocalDate(year, month.Value, d)
            : new LocalDate(year, month.Value, 1);
    }

    private static int YearsOld(LocalDate born, LocalDate today) => born > today ? -1 : Period.Between(born, today, PeriodUnits.Years).Years;
}
