using NodaTime;

namespace Tisserand.Language;

/// <summary>The engine's door: a message in plain French becomes the fields of a request, with the words each came from.</summary>
public static class Understand
{
    /// <summary>Reads rules and learns the second voice, which the first text would otherwise wait for; one to three seconds.</summary>
    public static void WarmUp(Surroundings where) => Read("Bonjour, pouvez-vous venir jeudi à 10 h ?", new LocalDateTime(2026, 1, 5, 9, 0), where);

    /// <summary>Reads any text at all.</summary>
    /// <param name="text">As it was typed, dictated, sent or copied.</param>
    /// <param name="at">When it was said, local time.</param>
    /// <param name="where">Where the cooperative is, and what it has learned.</param>
    /// <returns>Never null and never an exception: what is not understood is null, with the question to ask.</returns>
    /// <remarks>Deterministic. O(length) time and memory.</remarks>
    public static Understanding Read(string text, LocalDateTime at, Surroundings where)
    {
        var reading = ReadText.From(text, RequestLexicon.Shipped);
        var danger = ReadDanger.In(reading);
        var needs = ReadNeeds.From(reading, where.SecondVoice ?? NeedClassifier.Shipped);
        if (danger.IsNoRequest(needs[0].Type) && (!needs[0].IsAsked || needs[0].Type is "hors_demande" or "hors_demande.merci")) needs[0] = needs[0] with { Type = null };
        var persons = ReadPersons.From(reading, needs[0].Type, at.Date);
        var places = ReadPlaces.In(reading, where.Near.Point);

        var questions = new List<QuestionFound>();
        var times = Parts(reading, needs, at, where, questions).Zip(needs)
            .Select(part => HelpTimes.Of(part.First, part.Second, danger, reading, at)).ToList();
        questions.RemoveAll(q => q.Text is { } text && q.Code is "when" or "time" && !times.Exists(t => t.Mentions(text)) && times.Exists(t => t.Dropped.Contains(text)));
        var forSpeaker = persons.Relation is "self" or "couple";
        var (place, from) = WherePlaces.Of(PlacesOf(places, needs, 0), reading, MayBeTrip(needs[0]), forSpeaker);
        var others = needs.Skip(1).Select((need, i) => new FurtherNeed(
            need, times[i + 1].When, times[i + 1].Recurrence, times[i + 1].Duration,
            WherePlaces.Of(PlacesOf(places, needs, i + 1), reading, MayBeTrip(need), forSpeaker).Place)).ToList();

        var urgent = danger.Level != DangerLevel.None || Urgency.IsSaid(reading)
            || needs.Zip(times).Any(part => WantsHelp(part.First) && Wanted(part.First, part.Second).Any(time => Urgency.IsSoon(time, at)));
        return new(needs[0], others, times[0].When, times[0].Recurrence, times[0].Duration, place, from, persons, urgent, danger,
            QuestionsLeft.Of(needs[0], times[0], danger, place, from, questions));
    }

    /// <summary>The times of each need, read in its own part of the message.</summary>
    private static List<PartTimes> Parts(Reading reading, List<NeedFound> needs, LocalDateTime at, Surroundings where, List<QuestionFound> questions)
    {
        var parts = new List<PartTimes>();
        for (var i = 0; i < needs.Count; i++)
        {
            var end = i + 1 < needs.Count ? needs[i + 1].From : reading.Tokens.Count;
            var part = needs.Count == 1 ? reading : reading with { Tokens = [.. reading.Tokens.Skip(needs[i].From).Take(end - needs[i].From)] };
            var found = Times.Read(part, at, where.Calendar);
            questions.AddRange(found.Questions);
            parts.Add(PartTimes.Of(found));
        }
        // "… et aussi changer une ampoule. Je suis libre mardi": a time said last holds for the first need too.
        if (parts.Count > 1 && !needs[0].IsAct && parts[0].SaysNothing && !parts[^1].SaysNothing && IsSaidApart(reading, needs[^1], parts[^1]))
            (parts[0], parts[^1]) = (parts[^1], parts[0]);
        // "Courses et pharmacie, le mercredi": named in one breath, they share their times.
        if (parts.Count == 2 && !needs[0].IsAct && parts[0].SaysNothing && !parts[1].SaysNothing && IsOneBreath(needs[0], needs[1], reading)) parts[0] = parts[1];
        return parts;
    }

    /// <summary>No sign stands between the words of the first need and those of the second.</summary>
    private static bool IsOneBreath(NeedFound first, NeedFound second, Reading reading)
    {
        if (first.Words.Count == 0 || second.Words.Count == 0) return false;
        var from = first.Words.Where(w => w.Start < second.Words[0].Start).Select(w => w.End).DefaultIfEmpty(-1).Max();
        return from >= 0 && !reading.Tokens.Any(t => t.EndsClause && t.Start >= from && t.End <= second.Words[0].Start);
    }

    /// <summary>A sentence ends between the need's words and its times.</summary>
    private static bool IsSaidApart(Reading reading, NeedFound need, PartTimes times)
    {
        var start = times.When.Select(w => w.Text.Start).Append(times.Recurrence?.Text.Start ?? int.MaxValue).Min();
        var words = need.Words.Where(w => w.Start < start).Select(w => w.End).DefaultIfEmpty(0).Max();
        return reading.Tokens.Any(t => t.EndsSentence && t.Start >= words && t.End <= start);
    }

    private static List<PlaceFound> PlacesOf(List<PlaceFound> places, List<NeedFound> needs, int part) =>
        [.. places.Where(p => p.First >= (part == 0 ? 0 : needs[part].From) && (part + 1 == needs.Count || p.First < needs[part + 1].From))];

    private static bool MayBeTrip(NeedFound need) => (need.Type ?? need.Alternatives.Select(a => a.Type).FirstOrDefault()) is "transport" or "transport.medical" or "accompagnement" or "modification" or "annulation";

    private static bool WantsHelp(NeedFound need) => need.Type != "annulation" && need.Type?.StartsWith("hors_demande", StringComparison.Ordinal) != true;

    /// <summary>Times at which help is wanted: the likeliest reading of each, and only the new one of a visit moved.</summary>
    private static IEnumerable<TimeFound> Wanted(NeedFound need, PartTimes times)
    {
        var likeliest = times.When.Where((w, i) => !w.Assumed || i == 0 || times.When[i - 1].Text != w.Text);
        return need.Type == "modification" ? likeliest.Take(1) : likeliest;
    }
}
