using System.Globalization;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.App.Understanding;

/// <summary>Who calls, for whom; names only after a title or « je m'appelle », and the number to call back.</summary>
internal static class SaidPersons
{
    private const int MostNameWords = 4;

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "madame", "monsieur", "mademoiselle", "mme", "mlle", "mr", "m" };

    private static readonly HashSet<string> Introduces = new(StringComparer.Ordinal) { "suis", "est", "ici" };

    private static readonly HashSet<string> Hers = new(StringComparer.Ordinal)
    {
        "pour", "mere", "pere", "maman", "papa", "voisine", "voisin", "tante", "oncle", "soeur", "frere", "amie", "ami", "mari", "femme", "epouse", "epoux", "patiente", "patient", "cliente", "client",
    };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "le", "la", "de", "du", "des", "d" };

    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "et", "je", "j", "de", "pour", "a", "au", "mon", "ma", "mes", "le", "la", "les", "c", "il", "elle", "on", "nous", "vous", "en", "dans", "qui", "du", "bonjour", "d", "l", "est", "suis", "ai",
    };

    public static PersonsRead Of(PersonsFound found, Reading reading)
    {
        SaidName? caller = null, named = null;
        for (var at = 0; at < reading.Tokens.Count; at++)
        {
            if (Introduced(reading, at) is not var (first, isTitle, isHers) || Name(reading, first, isTitle) is not { } name) continue;
            if (isHers) named ??= name;
            else caller ??= name;
        }
        var forCaller = found.Relation is "self" or "couple" or "unknown";
        return new PersonsRead(found.Caller, found.Relation, found.Age, named ?? (forCaller ? caller : null), forCaller ? null : caller, Phone(reading), found.Words);
    }

    /// <summary>Where a name may begin, and whose it is; null where nothing announces one.</summary>
    private static (int First, bool IsTitle, bool IsHers)? Introduced(Reading reading, int at)
    {
        var tokens = reading.Tokens;
        string Before(int back) => at - back >= 0 ? tokens[at - back].Text : "";
        switch (tokens[at].Text)
        {
            case "appelle" when Before(1) is "m" && Before(2) is "je" or "j": return (Titled(tokens, at + 1), false, false);
            case "appelle" when Before(1) is "s": return (Titled(tokens, at + 1), false, true);
            case "nom" when Before(1) is "mon" && at + 1 < tokens.Count && tokens[at + 1].Text == "est": return (Titled(tokens, at + 2), false, false);
        }
        if (!Titles.Contains(tokens[at].Text)) return null;
        var first = Titled(tokens, at);
        var isComma = Before(1) is "," or "." or "";
        if (Hers.Contains(Before(1)) || isComma && Hers.Contains(Before(2))) return (first, true, true);
        return Introduces.Contains(Before(1)) || at == 0 || isComma && at + 2 < tokens.Count && tokens.Skip(first).Take(5).Any(t => t.Text == "appareil") ? (first, true, false) : null;
    }

    /// <summary>Behind a title and its full stop.</summary>
    private static int Titled(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count || !Titles.Contains(tokens[at].Text)) return at;
        return at + 1 < tokens.Count && tokens[at + 1].Text == "." ? at + 2 : at + 1;
    }

    private static SaidName? Name(Reading reading, int first, bool isTitle)
    {
        var words = NameWords(reading, first, t => t.IsCapitalised);
        if (words.Count == 0 && !isTitle) words = [.. NameWords(reading, first, t => !NoNames.Contains(t.Text)).Take(2)];
        if (words.Count == 0) return null;

        var said = words.Select(w => Capital(reading.Text[w.Start..w.End])).ToList();
        var span = new TextSpan(words[0].Start, words[^1].End);
        var isFamily = isTitle && (words.Count == 1 || Particles.Contains(words[0].Text));
        return isFamily ? new SaidName("", string.Join(' ', said), span) : new SaidName(said[0], string.Join(' ', said.Skip(1)), span);
    }

    /// <summary>Words side by side; those joined by a hyphen are one.</summary>
    private static List<(string Text, int Start, int End)> NameWords(Reading reading, int first, Func<Token, bool> belongs)
    {
        var words = new List<(string Text, int Start, int End)>();
        for (var at = first; at < reading.Tokens.Count && words.Count < MostNameWords; at++)
        {
            var token = reading.Tokens[at];
            if (token.Text == "-" && words.Count > 0) continue;
            if (token.Kind != TokenKind.Word || !belongs(token)) break;
            if (words.Count > 0 && token.Start > words[^1].End + 2) break;
            if (words.Count > 0 && token.Start > 0 && reading.Text[token.Start - 1] is '-' or '\'' or '’') words[^1] = words[^1] with { End = token.End };
            else words.Add((token.Text, token.Start, token.End));
        }
        return words;
    }

    private static SaidPhone? Phone(Reading reading) => reading.Tokens.Where(t => t.Kind == TokenKind.Phone)
        .Select(t => FrenchPhone.TryParse(reading.Text[t.Start..t.End], out var phone) ? new SaidPhone(phone.National, new TextSpan(t.Start, t.End)) : null)
        .FirstOrDefault(p => p is not null);

    private static string Capital(string word) => char.IsLower(word[0]) ? char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..] : word;
}
