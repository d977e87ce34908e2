using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Tisserand.App.Notifications;

/// <summary>What somebody meant by a written answer.</summary>
public abstract record Reply
{
    private Reply() { }

    /// <param name="Number">The short number of the request she names; null for a bare yes.</param>
    public sealed record Yes(int? Number) : Reply;

    /// <param name="Number">The short number of the request she names; null for a bare no.</param>
    public sealed record No(int? Number) : Reply;

    /// <summary>No more solicitations.</summary>
    public sealed record Stop : Reply;

    /// <summary>Anything that leaves a doubt: a coordinator reads it.</summary>
    public sealed record Other : Reply;
}

/// <summary>Reads short answers to text messages, in French and a little English.</summary>
/// <remarks>
/// Nothing is guessed: an answer counts only when every word of it is understood, all of them agree, and at most one
/// number is named. « Oui mais pas avant 15h » has words that are not in the lists, and goes to a person.
/// </remarks>
public static class ReplyReader
{
    private const int LongestPhrase = 6;
    private const int MostDigits = 6;

    private enum Meaning { Yes, No, Stop, Courtesy, Regret }

    private static readonly FrozenDictionary<string, Meaning> Phrases = Lists(
        (Meaning.Yes,
            "oui|ouii|ouiii|ouais|yes|yeah|ok|okay|oki|okok|d accord|daccord|dac|entendu|volontiers|bien volontiers|avec plaisir"
            + "|avec joie|bien sur|pas de probleme|pas de soucis|pas de souci|aucun probleme|sans probleme|ca marche|ca me va"
            + "|ca me convient|c est bon|c est bon pour moi|c est d accord|c est possible|je peux|je peux y aller|je peux aider"
            + "|je peux le faire|je pourrai|je veux bien|je viens|je viendrai|j irai|j y vais|j y serai|je serai la|j accepte"
            + "|je prends|je m en occupe|je m en charge|je suis d accord|je suis disponible|je suis dispo|je suis libre"
            + "|je suis partant|je suis partante|partant|partante|disponible|dispo|comptez sur moi|vous pouvez compter sur moi"
            + "|i can|i can do it|count on me"),
        (Meaning.No,
            "non|nan|no|nope|impossible|pas possible|c est pas possible|ce n est pas possible|ca n est pas possible"
            + "|ce ne sera pas possible|ca ne sera pas possible|c est impossible|je ne peux pas|je peux pas|j peux pas"
            + "|je ne peux pas y aller|je ne pourrai pas|je pourrai pas|pas disponible|pas dispo|indisponible|pas libre"
            + "|je ne suis pas disponible|je ne suis pas dispo|je ne suis pas libre|je suis pas disponible|je suis pas dispo"
            + "|je suis pas libre|je suis indisponible|pas cette fois|pas cette fois ci|je passe mon tour|sans moi|je refuse"
            + "|je decline|je suis absent|je suis absente|je suis prise|je suis pris|i can t|i cannot|not possible"),
        (Meaning.Stop,
            "stop|stop sms|arret|arretez|arretez de m ecrire|ne m ecrivez plus|ne plus m ecrire|desabonnement|desinscription"
            + "|desabonnez moi|desinscrivez moi|plus de messages|plus de sms|unsubscribe"),
        (Meaning.Courtesy,
            "merci|merci beaucoup|merci bcp|merci bien|mille mercis|merci a vous|merci quand meme|bonjour|bonsoir|bjr|bsr|salut"
            + "|slt|coucou|hello|madame|mme|monsieur|bonne journee|bonne soiree|bonne apres midi|bon apres midi|bon week end"
            + "|bonne semaine|a bientot|a tres bientot|a vous|de rien|cordialement|bien cordialement|bises|bisous|svp"
            + "|s il vous plait|moi|pour moi|pour ma part|moi c est|ma reponse est|ma reponse|c est|reponse|finalement"
            + "|en fait|tout a fait|super|parfait|genial|tres bien|pour la|pour la demande|a la demande|demande|numero|n|num"
            + "|for|thanks|thank you|please"),
        (Meaning.Regret,
            "desole|desolee|je suis desole|je suis desolee|suis desole|suis desolee|navre|navree|pardon|excusez moi|dommage"
            + "|malheureusement|helas|une autre fois|une prochaine fois|la prochaine fois|peut etre une autre fois"
            + "|ce sera pour une autre fois|ce sera pour une prochaine fois|sorry|regrets"));

    private static readonly FrozenSet<int> Kind =
        Runes("👍👌🙂😊😀😃😄😁😉🙏🤗😘❤💙💚💛🧡🌞☀🌸🌺🌷💐🎄🤝✅👏🥰😍✨🎉");

    private static readonly FrozenSet<int> Sad = Runes("😢😥😔😕🙁☹😞😟😩🥲❌👎😓");

    /// <summary>Reads one answer, as typed.</summary>
    public static Reply Read(string text)
    {
        if (Words(text) is not var (words, sad))
            return new Reply.Other();

        var (yes, no, stop, regret) = (false, false, false, sad);
        int? number = null;
        for (var i = 0; i < words.Count;)
        {
            if (Number(words[i]) is { } named)
            {
                if (number is not null && number != named)
                    return new Reply.Other();
                number = named;
                i++;
                continue;
            }
            if (PhraseAt(words, i) is not var (meaning, length))
                return new Reply.Other();
            yes |= meaning == Meaning.Yes;
            no |= meaning == Meaning.No;
            stop |= meaning == Meaning.Stop;
            regret |= meaning == Meaning.Regret;
            i += length;
        }

        return (yes, no, stop, regret) switch
        {
            (true, false, false, false) => new Reply.Yes(number),
            (false, true, false, _) => new Reply.No(number),
            (false, false, true, false) when number is null => new Reply.Stop(),
            _ => new Reply.Other(),
        };
    }

    /// <summary>Lower-case words without accents, numbers cut from letters; null when a sign is not understood.</summary>
    private static (List<string> Words, bool Sad)? Words(string text)
    {
        var spaced = new StringBuilder();
        var sad = false;
        var inNumber = false;
        var whole = string.Concat(text.EnumerateRunes());      // half a picture becomes a sign that is not understood
        foreach (var rune in whole.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || rune.IsAscii && Rune.IsDigit(rune))
            {
                if (Rune.IsDigit(rune) != inNumber)
                    spaced.Append(' ');
                inNumber = Rune.IsDigit(rune);
                spaced.Append(Rune.ToLowerInvariant(rune));
            }
            else if (IsSilent(rune))
                continue;
            else if (IsPause(rune) || Kind.Contains(rune.Value) || Sad.Contains(rune.Value))
            {
                sad |= Sad.Contains(rune.Value);
                inNumber = false;
                spaced.Append(' ');
            }
            else
                return null;                               // a question mark, an unknown picture
        }
        return ([.. spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)], sad);
    }

    /// <summary>Accents, variants and skin tones: they change nothing.</summary>
    private static bool IsSilent(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format
        || rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    private static bool IsPause(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value is '.' or ',' or ';' or ':' or '!' or '\'' or '’' or '"' or '«' or '»'
            or '-' or '–' or '—' or '(' or ')' or '*' or '#' or '°' or '…';

    private static int? Number(string word) => char.IsAsciiDigit(word[0])
        ? word.Length <= MostDigits ? int.Parse(word, CultureInfo.InvariantCulture) : null
        : null;

    private static (Meaning Meaning, int Length)? PhraseAt(List<string> words, int from)
    {
        for (var length = Math.Min(LongestPhrase, words.Count - from); length > 0; length--)
            if (Phrases.TryGetValue(string.Join(' ', words.GetRange(from, length)), out var meaning))
                return (meaning, length);
        return null;
    }

    private static FrozenDictionary<string, Meaning> Lists(params (Meaning Meaning, string Phrases)[] lists) =>
        lists.SelectMany(l => l.Phrases.Split('|').Select(p => (Phrase: p, l.Meaning)))
            .ToFrozenDictionary(p => p.Phrase, p => p.Meaning, StringComparer.Ordinal);

    private static FrozenSet<int> Runes(string pictures) => pictures.EnumerateRunes().Select(r => r.Value).ToFrozenSet();
}
