using NodaTime;

namespace Tisserand.Language;

/// <summary>Who speaks and for whom.</summary>
internal static class ReadPersons
{
    private const double SpeaksOfHerself = 1, AsksForHerself = 2, EnoughForAnother = 1.5, Named = 0.4;
    private const double AgainstOthers = 1.5;
    private const int AgeReach = 14;
    private const string AtTheBeginning = "parle professional, début";

    private static readonly HashSet<string> FirstPerson = ["je", "j", "me", "m", "moi", "mon", "ma", "mes", "nous", "notre", "nos"];

    private static readonly HashSet<string> Singular = ["je", "j", "me", "m", "moi", "mon", "ma", "mes"];

    private static readonly HashSet<string> Greetings =
        ["bonjour", "bonsoir", "allo", "salut", "ici", "c", "est", "la", "le", "l", "un", "une", "je", "suis", "madame", "monsieur", "mesdames", "messieurs", "au", "notre", "de", "oui"];

    /// <param name="needType">What is asked for; null when not known.</param>
    /// <param name="today">Ages from birth dates are those of this day.</param>
    public static PersonsFound From(Reading reading, string? needType, LocalDate today)
    {
        var tokens = reading.Tokens;
        var turns = Mentions.Turns(reading);
        var mentions = Mentions.In(reading, turns);
        var ages = Ages.In(tokens, today);
        var speaker = Speaks(reading, turns);
        var own = Own(reading, turns);

        var chosen = Chosen(mentions, turns, own, speaker, needType);
        var (caller, relation) = Roles(reading, turns, speaker, chosen, mentions, own, needType);
        var age = AgeOf(reading, ages, chosen, mentions, relation);
        var words = new List<TextSpan>();
        if (chosen is not null) words.Add(reading.Span(chosen.First, chosen.Behind - 1));
        if (age is { } said) words.Add(reading.Span(said.First, said.Behind - 1));
        return new(caller, Relations.AsAnswered(relation), age?.Years, words);
    }

    /// <summary>Who she says she is; null when she does not.</summary>
    private static string? Speaks(Reading reading, ILookup<string, Found<string>> turns)
    {
        if (turns[AtTheBeginning].Any(t => OnlyGreets(reading.Tokens, t.First))) return "professional";
        return turns.FirstOrDefault(t => t.Key.StartsWith("parle ", StringComparison.Ordinal) && t.Key != AtTheBeginning && t.Key != "parle self")?.Key["parle ".Length..];
    }

    private static bool OnlyGreets(IReadOnlyList<Token> tokens, int before)
    {
        for (var at = 0; at < before; at++)
            if (tokens[at].Kind == TokenKind.Word && !Greetings.Contains(tokens[at].Text)) return false;
        return true;
    }

    /// <summary>« M. Hamon », « 30 m »: no elided "me".</summary>
    private static bool IsTitle(Reading reading, Token token) => token.Text == "m" && (token.End == reading.Text.Length || reading.Text[token.End] is not ('\'' or '’'));

    /// <summary>How much speaks for the speaker herself; 0 when she says no word of herself.</summary>
    private static double Own(Reading reading, ILookup<string, Found<string>> turns)
    {
        if (!reading.Tokens.Any(t => t.Kind == TokenKind.Word && FirstPerson.Contains(t.Text) && !IsTitle(reading, t))) return 0;
        return SpeaksOfHerself + Math.Min(AsksForHerself, turns["pour soi"].Count() * 0.75);
    }

    /// <summary>The one to be helped among those spoken of; null for the speaker herself, or nobody.</summary>
    private static PersonMention? Chosen(List<PersonMention> mentions, ILookup<string, Found<string>> turns, double own, string? speaker, string? needType)
    {
        if (mentions.Count == 0) return null;
        var forAnother = turns["pour autrui"].Any() ? 0.75 : 0;
        var asksForHerself = turns["moi"].Any() && forAnother == 0 && needType != "repit_aidant";
        var best = mentions.Select(m => m with { Score = m.Score + forAnother + Bonus(m, speaker, needType) - (asksForHerself && !m.IsMeant ? AgainstOthers : 0) })
            .OrderByDescending(m => m.Score).ThenBy(m => m.First).First();
        var threshold = speaker is null && own == 0 ? Named : speaker is null ? Math.Max(EnoughForAnother, best.Relation is "named" ? own + 0.5 : own >= SpeaksOfHerself + 0.75 ? Math.Min(own, 2.4) : 0) : 0;
        return best.Score >= threshold ? best : null;
    }

    private static double Bonus(PersonMention mention, string? speaker, string? needType) =>
        (speaker == "professional" ? mention.Relation is "client" or "named" ? 2 : -1 : 0)
        + (speaker is not null and not "professional" && mention.Relation == "named" ? 1.5 : 0)
        + (needType == "repit_aidant" && mention.Relation is not ("client" or "named" or "neighbour" or "couple") ? 3 : 0)
        + (mention.Relation == "couple" ? 2 : 0)
        + (!mention.IsAtHers ? 0 : needType is "transport" or "transport.medical" or "accompagnement" ? -2 : 2)
        + (!mention.IsDead ? 0 : needType is "annulation" ? 2.5 : -2.5)
        + (mention.Relation is "client" && speaker is null ? -0.75 : 0);

    private static (string Caller, string Relation) Roles(Reading reading, ILookup<string, Found<string>> turns, string? speaker, PersonMention? chosen, List<PersonMention> mentions, double own, string? needType)
    {
        if (needType is "hors_demande.don" or "hors_demande.benevole")
            return (own > 0 ? "self" : "unknown", "unknown");
        if (speaker == "professional") return (speaker, mentions.Count > 0 ? "client" : needType is null or "hors_demande" ? "unknown" : "client");
        if (speaker is not null)
        {
            var man = chosen?.Relation == "named" && reading.Tokens[chosen.First].Text is "monsieur" or "m" or "mr";
            var relation = chosen is not null && chosen.Relation is not ("named" or "client") && Relations.CallerFor(chosen.Relation) == speaker ? chosen.Relation
                : Relations.BeneficiaryOf(speaker, man);
            return (speaker, relation);
        }
        if (chosen is { Relation: "named" }) return own > 0 || turns["parle self"].Any() ? ("self", "self") : ("unknown", "named");
        if (chosen is { Relation: "client" }) return own > 0 ? ("self", "self") : ("unknown", "named");
        if (chosen is not null) return (Relations.CallerFor(chosen.Relation), chosen.Relation);
        if (turns["nous"].Any() && !reading.Tokens.Any(t => Singular.Contains(t.Text) && !IsTitle(reading, t))) return ("self", "couple");
        // Who tells of a need and names nobody tells of her own.
        if (own > 0 || turns["parle self"].Any() || needType is not null && mentions.Count == 0) return ("self", "self");
        return ("unknown", mentions.Exists(m => m.Relation is "named") ? "named" : "unknown");
    }

    /// <summary>The age said of the one to be helped.</summary>
    private static AgeFound? AgeOf(Reading reading, List<AgeFound> ages, PersonMention? chosen, List<PersonMention> mentions, string relation)
    {
        if (relation is "couple" or "parents" or "in_laws" or "grandparents" && ages.Count > 1) return null;
        foreach (var age in ages)
        {
            var subject = Subject(reading.Tokens, age.First, mentions);
            if (subject is Speaker ? relation == "self" && chosen is null or { Relation: "named" or "client" }
                : subject is PersonMention of ? of.First == chosen?.First || of.Relation == relation || of.Relation is "named" or "client" && relation is not "self"
                : relation is not ("couple")) return age;
        }
        return null;
    }

    private sealed record Speaker;

    /// <summary>Whose age it is: the speaker's, the last person spoken of before it, or unknown.</summary>
    private static object? Subject(IReadOnlyList<Token> tokens, int at, List<PersonMention> mentions)
    {
        var last = mentions.LastOrDefault(m => m.First < at && at - m.Behind <= AgeReach);
        for (var i = at - 1; i >= 0 && i >= at - AgeReach && !(tokens[i].EndsSentence && i < at - 1); i--)
        {
            if (last is not null && i < last.Behind) return last;
            if (tokens[i].Text is "ai" or "suis" && i > 0 && tokens[i - 1].Text is "j" or "je") return new Speaker();
            if (tokens[i].Text is "mes" && i == at - 1) return new Speaker();
            if (tokens[i].Text is "elle" or "il") return last ?? (object?)null;
        }
        if (at > 0 && tokens[at - 1].Text is "a" && at + 3 < tokens.Count && tokens.Skip(at + 2).Take(3).Any(t => t.Text is "je" or "j")) return new Speaker();
        return last;
    }
}
