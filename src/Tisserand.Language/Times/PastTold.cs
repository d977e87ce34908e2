using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>Whether a day belongs to something that has been: « j'ai découvert deux relances en venant dimanche ».</summary>
internal static class PastTold
{
    private const int Reach = 12, BeforeParticiple = 3;

    private static readonly HashSet<string> Have = ["ai", "as", "a", "avons", "avez", "ont", "avait", "avais", "avaient"];

    private static readonly HashSet<string> Be = ["suis", "es", "est", "sommes", "etes", "sont", "etait", "etais", "etaient"];

    private static readonly HashSet<string> Oneself = ["me", "m", "se", "s", "nous"];

    private static readonly HashSet<string> Adverbs =
        ["pas", "plus", "bien", "deja", "encore", "tout", "toute", "rien", "jamais", "trop", "mal", "enfin", "meme", "vite", "tous", "y", "en", "juste", "vraiment", "malheureusement"];

    /// <summary>What ends the reach of a past verb: it begins something else.</summary>
    private static readonly HashSet<string> Turns = ["mais", "donc", "pour", "que", "qu", "puis", "alors", "et", "si", "faut", "faudrait", "besoin", "merci", "rappelez", "prochain", "prochaine", "je", "j", "il", "elle", "on", "vous", "c"];

    /// <summary>Things that are fixed in the past for a day to come.</summary>
    private static readonly HashSet<string> Coming =
        ["rendez", "convocation", "invitation", "consultation", "place", "places", "date", "reservation", "examen", "operation", "billet", "billets", "seance", "visite", "reunion", "obseques", "rv", "creneau", "passage"];

    private static readonly HashSet<string> Moving =
        ["venu", "venue", "venus", "alle", "allee", "parti", "partie", "arrive", "arrivee", "rentre", "rentree", "sorti", "sortie", "tombe", "tombee", "monte", "montee", "passe", "passee", "revenu", "revenue", "reste", "restee", "retourne", "retournee"];

    private static readonly HashSet<string> Irregular =
        ["fait", "faite", "eu", "vu", "vue", "recu", "recue", "perdu", "fini", "ouvert", "offert", "decouvert", "su", "pu", "voulu", "cru", "lu", "bu", "obtenu", "connu", "vendu", "attendu", "entendu", "repondu",
         "ecrit", "conduit", "construit", "detruit", "peint", "rejoint", "suivi", "servi", "senti", "dormi", "menti", "reussi", "fourni", "subi", "appris", "compris", "surpris", "repris", "couru", "plu", "battu", "casse", "oublie", "rempli", "rendu"];

    /// <summary>« Papa a kiné le lundi »</summary>
    private static readonly HashSet<string> Nouns = ["kine", "cine", "ete", "karate", "musculation", "marche", "velo"];

    /// <summary>To have been able, to have had to: what follows them is past too.</summary>
    private static readonly HashSet<string> Modal = ["pu", "voulu", "su"];

    private static readonly HashSet<string> Fixing =
        ["prevu", "fixe", "fixee", "decale", "decalee", "reporte", "reportee", "avance", "avancee", "deplace", "deplacee", "change", "changee", "repousse", "repoussee", "donne", "donnee", "note", "notee", "confirme", "confirmee", "programme",
         "programmee", "propose", "demande", "promis", "cale", "calee", "trouve", "accepte", "autorise", "invite", "invitee", "convoque", "convoquee", "reserve", "rappele", "oublie", "mis", "mise", "annule", "annulee", "commande", "besoin", "inscrit", "inscrite", "libre", "pris"];

    /// <param name="date">A day that the words themselves do not put in the future.</param>
    public static bool Holds(Reading reading, Found date)
    {
        var tokens = reading.Tokens;
        var (infinitive, coming) = (false, false);
        for (var at = date.Start - 1; at > 0 && at >= date.Start - Reach; at--)
        {
            var token = tokens[at];
            if (token.EndsClause || token.Kind == TokenKind.Word && Turns.Contains(token.Text)) return false;
            if (token.Kind != TokenKind.Word) continue;
            if (token.Text == "de" && tokens[at - 1].Text is "viens" or "vient" or "venons" or "viennent" && infinitive) return true;   // "je viens de passer"
            if (IsParticiple(reading, token) && Auxiliary(tokens, at) is { } isBe)
                return !Fixing.Contains(token.Text) && !coming && (!infinitive || Modal.Contains(token.Text) || isBe && Moving.Contains(token.Text)) && (!isBe || Moving.Contains(token.Text) || IsOfOneself(tokens, at));
            infinitive |= IsInfinitive(token.Text);
            coming |= Coming.Contains(token.Text);
        }
        return false;
    }

    /// <summary>Null without an auxiliary before it; true for "être".</summary>
    private static bool? Auxiliary(IReadOnlyList<Token> tokens, int participle)
    {
        for (var at = participle - 1; at >= 0 && at >= participle - BeforeParticiple; at--)
        {
            if (Have.Contains(tokens[at].Text)) return false;
            if (Be.Contains(tokens[at].Text)) return true;
            if (!Adverbs.Contains(tokens[at].Text)) return null;
        }
        return null;
    }

    private static bool IsOfOneself(IReadOnlyList<Token> tokens, int participle)
    {
        for (var at = participle - 1; at > 0 && at >= participle - BeforeParticiple; at--)
            if (Be.Contains(tokens[at].Text)) return Oneself.Contains(tokens[at - 1].Text);
        return false;
    }

    /// <summary>By its ending as written: the accent tells "mangé" from "mange".</summary>
    private static bool IsParticiple(Reading reading, Token token) => !Nouns.Contains(token.Text) && (Irregular.Contains(token.Text) || Moving.Contains(token.Text)
        || token.Text.Length > 3 && reading.Text.AsSpan(token.Start, token.End - token.Start).TrimEnd('s').TrimEnd('e') is var written && written.EndsWith("é", StringComparison.OrdinalIgnoreCase));

    private static bool IsInfinitive(string word) => word.Length > 3 && (word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("ir", StringComparison.Ordinal) || word.EndsWith("re", StringComparison.Ordinal))
        && word is not ("hier" or "cher" or "dernier" or "derniere" or "premier" or "hiver" or "notre" or "votre" or "entre" or "autre" or "mere" or "pere" or "frere" or "fievre" or "papier" or "quartier" or "plombier" or "infirmiere" or "lettre" or "chambre" or "voiture" or "facture");
}
