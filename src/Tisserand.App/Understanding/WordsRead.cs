using NodaTime;
using Tisserand.App.Requests;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.App.Understanding;

/// <summary>What somebody does by her message.</summary>
public enum SaidAct
{
    AsksForHelp,
    Cancels,
    Moves,
    Thanks,
    GivesMoney,
    OffersHelp,

    /// <summary>Something the cooperative does not do.</summary>
    OutOfScope,
}

/// <summary>What a value was read for: the part of a request that the words filled.</summary>
public enum SaidField { Need, When, Rhythm, Length, Place, From, Venue, Who, Name, Phone, Danger }

/// <summary>What a message asks for, in the cooperative's own terms; nothing in it is stored.</summary>
/// <param name="Text">As received; every span is half-open, in UTF-16 code units of it.</param>
/// <param name="At">When it was said, local time.</param>
/// <param name="Needs">One at least, in the order of the text; the first may be of no type.</param>
/// <param name="Danger">Null when nothing of it is said.</param>
/// <param name="Questions">What the text leaves open, in the order to ask it.</param>
public sealed record WordsRead(
    string Text, LocalDateTime At, SaidAct Act, IReadOnlyList<NeedRead> Needs, PersonsRead Persons, bool IsUrgent, DangerRead? Danger,
    IReadOnlyList<QuestionRead> Questions)
{
    public NeedRead First => Needs[0];

    /// <summary>What is asked for: beside an act, only what is asked besides.</summary>
    public IReadOnlyList<NeedRead> Asked => Act == SaidAct.AsksForHelp ? Needs : [.. Needs.Skip(1)];

    /// <summary>Nothing at all was understood.</summary>
    public bool SaysNothing => Act == SaidAct.AsksForHelp && Danger is null && Needs.All(n => n.Type is null && n.Suggestions.All(s => s.Words.Count == 0) && n.SaysNoTime && n.Place is null)
        && Persons is { Caller: "unknown", Relation: "unknown", Phone: null, HerName: null };

    /// <summary>The words of <paramref name="span"/>, as said.</summary>
    public string Words(TextSpan span) => Text[span.Start..span.End];

    /// <summary>The part of the text that is about one need: from the end of the turn before it to the beginning of the next.</summary>
    public string PartOf(int need) => Text[Beginning(need)..(need + 1 < Needs.Count ? Beginning(need + 1) : Text.Length)].Trim(' ', ',', ';', '\n');

    private int Beginning(int need)
    {
        if (need == 0) return 0;
        var first = Needs[need].Sources.Select(s => s.Words.Start).DefaultIfEmpty(Text.Length).Min();
        var said = Needs.Take(need).SelectMany(n => n.Sources).Select(s => s.Words.End).Where(end => end <= first).DefaultIfEmpty(0).Max();
        return Math.Max(said, first == 0 ? 0 : Text.LastIndexOfAny(['.', '!', '?', ';', ',', '\n'], first - 1) + 1);
    }

    /// <summary>Every value of the needs and of the persons, with the words it came from.</summary>
    public IEnumerable<(SaidField Field, TextSpan Words)> Sources => First.Sources.Concat(Persons.Sources)
        .Concat(Needs.Skip(1).SelectMany(n => n.Sources))
        .Concat((Danger?.Words ?? []).Select(w => (SaidField.Danger, w)));
}

/// <summary>One need of a message.</summary>
/// <param name="Type">Code of the taxonomy in force; null when nothing is sure enough.</param>
/// <param name="Suggestions">Up to three types, likeliest first, <paramref name="Type"/> before the others.</param>
/// <param name="Times">All of them wanted; empty for a need that comes back.</param>
/// <param name="IsTrip">Somebody is driven or led.</param>
/// <param name="Place">The commune of the help, or where the trip goes.</param>
/// <param name="From">The commune a trip starts from.</param>
/// <param name="Venue">Where the trip goes, within its commune.</param>
/// <param name="Words">The words that say what is needed.</param>
public sealed record NeedRead(
    string? Type, IReadOnlyList<NeedSuggestion> Suggestions, IReadOnlyList<TimeChoice> Times, RhythmRead? Rhythm, LengthRead? Length,
    bool IsTrip, PlaceRead? Place, PlaceRead? From, VenueRead? Venue, IReadOnlyList<TextSpan> Words)
{
    /// <summary>Where her own commune was said, as far as this need tells.</summary>
    public PlaceRead? Home => IsTrip ? From : Place;

    public bool SaysNoTime => Times.Count == 0 && Rhythm is null;

    internal IEnumerable<(SaidField Field, TextSpan Words)> Sources =>
        Words.Select(w => (SaidField.Need, w))
            .Concat(Times.Select(t => (SaidField.When, t.Words)))
            .Concat(Rhythm is null ? [] : [(SaidField.Rhythm, Rhythm.Words), .. Rhythm.PeriodWords.Select(w => (SaidField.When, w))])
            .Concat(Length is null ? [] : [(SaidField.Length, Length.Words)])
            .Concat(Place is null ? [] : [(SaidField.Place, Place.Words)])
            .Concat(From is null ? [] : [(SaidField.From, From.Words)])
            .Concat(Venue is null ? [] : [(SaidField.Venue, Venue.Words)]);
}

/// <param name="Chance">From 0 to 1.</param>
/// <param name="Words">The words that speak for it; may be empty.</param>
public sealed record NeedSuggestion(string Code, double Chance, IReadOnlyList<TextSpan> Words);

/// <summary>One date said: read in one way, or in several of which somebody must choose.</summary>
/// <param name="Readings">Likeliest first.</param>
public sealed record TimeChoice(IReadOnlyList<TimeRead> Readings, TextSpan Words)
{
    /// <summary>The one reading; null while there are several.</summary>
    public TimeRead? Settled => Readings.Count == 1 ? Readings[0] : null;
}

/// <summary>How a time was said.</summary>
public enum TimeKind { Instant, Span, Deadline, FromThen }

/// <param name="Start">Of a deadline, the instant of the message.</param>
/// <param name="End">Half-open; of a time without an end, fourteen days later.</param>
/// <param name="SaysHour">An hour or a part of the day was said; else whole days.</param>
/// <param name="Wanted">What a request would hold: an appointment for care, an instant, or a span.</param>
public sealed record TimeRead(TimeKind Kind, LocalDateTime Start, LocalDateTime End, bool SaysHour, WantedTime Wanted)
{
    public LocalDate FirstDay => Start.Date;

    /// <summary>The last day within it.</summary>
    public LocalDate LastDay => End.TimeOfDay == LocalTime.Midnight && End > Start ? End.Date.PlusDays(-1) : End.Date;
}

public sealed record LengthRead(int Minutes, TextSpan Words);

/// <param name="Commune">Null while several bear the name.</param>
/// <param name="Candidates">Nearest first.</param>
public sealed record PlaceRead(Commune? Commune, IReadOnlyList<Commune> Candidates, TextSpan Words);

/// <param name="IsSomebody">« chez le kiné »: a person, not a house everybody knows.</param>
public sealed record VenueRead(string Text, bool IsSomebody, TextSpan Words);

/// <param name="Caller">As the exchange formats name it, such as <c>daughter_or_son</c>.</param>
/// <param name="Relation">What the person helped is to the caller, such as <c>mother</c>.</param>
/// <param name="HerName">Of the person helped.</param>
/// <param name="CallerName">Of somebody who asks for another.</param>
/// <param name="Phone">A number that may be dialled, national form.</param>
public sealed record PersonsRead(
    string Caller, string Relation, int? Age, SaidName? HerName, SaidName? CallerName, SaidPhone? Phone, IReadOnlyList<TextSpan> Words)
{
    /// <summary>She asks for herself, as far as the text tells.</summary>
    public bool IsForCaller => Relation is "self" or "couple";

    internal IEnumerable<(SaidField Field, TextSpan Words)> Sources =>
        Words.Select(w => (SaidField.Who, w))
            .Concat(new[] { HerName, CallerName }.OfType<SaidName>().Distinct().Select(n => (SaidField.Name, n.Words)))
            .Concat(Phone is null ? [] : [(SaidField.Phone, Phone.Words)]);
}

/// <summary>A name said after a title or « je m'appelle ».</summary>
/// <param name="First">Empty when only a family name was said.</param>
public sealed record SaidName(string First, string Last, TextSpan Words);

public sealed record SaidPhone(string National, TextSpan Words);

/// <param name="IsPlain">Said in plain words; else it can be understood so, and somebody must ask.</param>
/// <param name="Theme">Such as <c>chute</c>, of the plainest words.</param>
public sealed record DangerRead(bool IsPlain, string? Theme, IReadOnlyList<TextSpan> Words);

/// <param name="Code">need, when, time, recurrence, exception, duration, place, from, beneficiary, phone, request, danger.</param>
/// <param name="Words">The words in question; null when they are missing.</param>
public sealed record QuestionRead(string Code, TextSpan? Words, string French, string English);
