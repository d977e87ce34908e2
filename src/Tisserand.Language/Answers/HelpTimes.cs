using NodaTime;

namespace Tisserand.Language;

/// <summary>Of the times a message speaks of, those of the help: not when something happened, nor what is thanked for.</summary>
internal static class HelpTimes
{
    private const int NoteBegins = 4;

    private static readonly Lazy<PhraseBook<string>> Elsewhere = new(() => new(
        Phrase.Parse("(merci|remerci*|bravo) (encore)? (pour|de|d)", new Dictionary<string, WordSet>()).Select(phrase => (phrase, "thanks"))));

    private static readonly Lazy<PhraseBook<string>> Renewed = new(() => new(
        Phrase.Parse("(nouveau|nouvelle|nouvel|nvo|nouv) (rendez|rdv|date|heure|horaire|creneau)", new Dictionary<string, WordSet>()).Select(phrase => (phrase, "new"))));

    public static PartTimes Of(PartTimes times, NeedFound need, DangerFound danger, Reading reading, LocalDateTime at)
    {
        if (need.Type == "hors_demande.merci" || need.Type is null && danger.Level != DangerLevel.None)
            return new([], null, null, [.. times.When.Select(w => w.Text)]);

        var ofAnother = OfThanks(reading);
        var kept = times.When.Where(w => !IsPast(w, need, danger, at) && !IsNowOnly(w, reading, at) && !ofAnother.Exists(s => s.Overlaps(w.Text))).ToList();
        // "21/09 – appel de Mme Nevoux …": the day of the note.
        if (kept.Count > 1 && kept[0] is { Grain: Grain.Day, Assumed: false } note && note.Text.Start < NoteBegins && note.Start == at.Date.AtMidnight() && note.End == at.Date.PlusDays(1).AtMidnight()
            && char.IsDigit(reading.Text[note.Text.Start])) kept.RemoveAt(0);
        if (need.Type == "modification") kept = NewFirst(kept, reading);
        return times with { When = kept, Dropped = [.. times.When.Except(kept).Select(w => w.Text)] };
    }

    /// <summary>Over when the message was written; in danger, also what is going on: it tells when it began.</summary>
    private static bool IsPast(TimeFound time, NeedFound need, DangerFound danger, LocalDateTime at) =>
        need.Type is not ("annulation" or "modification")
        && (time.End <= at && time.Start != time.End || danger.Level == DangerLevel.Plain && time.Start <= at && time.End >= at && time.Grain == Grain.HalfDay);

    /// <summary>« comment je fais maintenant ? »</summary>
    private static bool IsNowOnly(TimeFound time, Reading reading, LocalDateTime at) =>
        time.Start == at && time.End == at && reading.Text.AsSpan(time.Text.Start, time.Text.Length).Equals("maintenant", StringComparison.OrdinalIgnoreCase);

    /// <summary>From the thanks to the end of their sentence.</summary>
    private static List<TextSpan> OfThanks(Reading reading)
    {
        var spans = new List<TextSpan>();
        foreach (var thanks in Elsewhere.Value.In(reading.Tokens))
        {
            var end = thanks.Behind;
            while (end < reading.Tokens.Count && !reading.Tokens[end].EndsClause) end++;
            if (end < reading.Tokens.Count && reading.Tokens[end].EndsSentence) spans.Add(new(reading.Tokens[thanks.First].Start, reading.Tokens[end].End));
        }
        return spans;
    }

    /// <summary>« Annulé : le 15. Nouveau rendez-vous le 22 »: what follows "nouveau" comes first.</summary>
    private static List<TimeFound> NewFirst(List<TimeFound> when, Reading reading)
    {
        var renewed = Renewed.Value.In(reading.Tokens).Select(f => reading.Tokens[f.First].Start).DefaultIfEmpty(int.MaxValue).Min();
        return [.. when.Where(w => w.Text.Start > renewed), .. when.Where(w => w.Text.Start <= renewed)];
    }
}
