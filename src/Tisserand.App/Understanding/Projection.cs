using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.Language;

namespace Tisserand.App.Understanding;

/// <summary>From the engine's answer to the cooperative's terms: its taxonomy, its times, its questions.</summary>
internal static class Projection
{
    private const int MostSuggestions = 3;

    public static WordsRead Of(string text, LocalDateTime at, Language.Understanding said, Taxonomy taxonomy)
    {
        var reading = ReadText.From(text);
        var act = ActOf(said.Need);
        var places = new[] { said.Place, said.From }.OfType<PlaceFound>().Select(p => p.Text).ToList();
        var times = said.When.Select(w => w.Text).ToList();
        var first = Need(said.Need, said.When, said.Recurrence, said.Duration, said.Place, said.From, SaidVenue.In(reading, [.. places, .. times]), taxonomy, at);
        return new WordsRead(text, at, act,
            [first, .. said.Others.Select(o => Need(o.Need, o.When, o.Recurrence, o.Duration, o.Place, null, null, taxonomy, at))],
            SaidPersons.Of(said.Persons, reading), said.Urgent,
            said.Danger.Level == DangerLevel.None ? null : new DangerRead(said.Danger.Level == DangerLevel.Plain, said.Danger.Theme, said.Danger.Words),
            [.. said.Questions.Select(q => SaidQuestions.Of(q, said))]);
    }

    private static SaidAct ActOf(NeedFound need) => need.Type switch
    {
        "annulation" => SaidAct.Cancels,
        "modification" => SaidAct.Moves,
        "hors_demande.merci" => SaidAct.Thanks,
        "hors_demande.don" => SaidAct.GivesMoney,
        "hors_demande.benevole" => SaidAct.OffersHelp,
        "hors_demande" => SaidAct.OutOfScope,
        _ => SaidAct.AsksForHelp,
    };

    private static NeedRead Need(
        NeedFound need, IReadOnlyList<TimeFound> when, RecurrenceFound? recurrence, DurationFound? duration, PlaceFound? place, PlaceFound? from, VenueRead? venue,
        Taxonomy taxonomy, LocalDateTime at)
    {
        var suggestions = Suggestions(need, taxonomy);
        var type = need.IsAct || need.Type is null ? null : taxonomy.Find(need.Type)?.Code;
        var isTrip = (type ?? suggestions.FirstOrDefault()?.Code) is { } likeliest && taxonomy.Find(likeliest)!.IsTrip;
        return new NeedRead(type, suggestions, recurrence is null ? SaidTimes.Of(when, type, at) : [],
            recurrence is null ? null : SaidTimes.Rhythm(recurrence, when), duration is null ? null : new LengthRead(duration.Minutes, duration.Text),
            isTrip, Place(place), Place(from), isTrip ? venue : null, need.Words);
    }

    /// <summary>Only what the taxonomy in force has.</summary>
    private static List<NeedSuggestion> Suggestions(NeedFound need, Taxonomy taxonomy)
    {
        var all = need.Alternatives.Select(a => new NeedSuggestion(a.Type, a.Chance, need.WordsOfAlternatives.GetValueOrDefault(a.Type, [])));
        if (need is { IsAct: false, Type: { } sure }) all = all.Prepend(new NeedSuggestion(sure, need.Confidence, need.Words));
        return [.. all.Where(s => taxonomy.Find(s.Code) is not null).Take(MostSuggestions)];
    }

    private static PlaceRead? Place(PlaceFound? place) => place is null ? null : new PlaceRead(place.Commune, place.Candidates, place.Text);
}
