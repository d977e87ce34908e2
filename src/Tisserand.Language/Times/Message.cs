using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>What was found in a message, sorted by what it is, hours joined to their days.</summary>
internal sealed class Message
{
    private const int Somebody = 2;                                    // tokens of "quelqu'un"
    private const int MostMentions = 200;                              // nobody means more; keeps the work linear

    private readonly List<Mention> _mentions = [];
    private readonly List<Found> _repeats = [], _exceptions = [], _lengths = [];

    private Message() { }

    /// <summary>In the order of the text; when a visit is moved, new times before old.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions;

    public IReadOnlyList<Found> Repeats => _repeats;

    public IReadOnlyList<Found> Exceptions => _exceptions;

    public IReadOnlyList<Found> Lengths => _lengths;

    /// <summary>Somebody goes out in the evening: "8 heures" may be 20:00.</summary>
    public bool SpeaksOfEvening { get; private init; }

    public static Message Of(List<Found> found, Reading reading)
    {
        // "Quelqu'un vendredi" is no "un vendredi": the rule that says so took the person with the day.
        found = [.. found.Select(f => reading.Tokens[f.Start].Text == "quelqu" && f.Length > Somebody ? f with { Start = f.Start + Somebody } : f)];
        var kinds = found.ToLookup(f => (Kind)f.Meaning[Feature.Kind]!.Value);
        var message = new Message { SpeaksOfEvening = kinds.Contains(Kind.Hint) };
        message._lengths.AddRange(kinds[Kind.Length]);
        message._exceptions.AddRange(kinds[Kind.Exception]);
        message.Sort(found, kinds, reading);
        message.LeaveOthersOut();
        message.LendDay();
        message.TakeWeekdaysIntoRepeats();
        message.PutNewTimesFirst(kinds.Contains(Kind.Move), reading);
        return message;
    }

    private void Sort(List<Found> found, ILookup<Kind, Found> kinds, Reading reading)
    {
        var strong = kinds[Kind.Repeat].Any(f => !f.Meaning.Has(Feature.Weak)) || kinds.Contains(Kind.Exception);
        var dated = kinds.Contains(Kind.When);
        var fixedDay = kinds[Kind.When].Any(f => f.Meaning.Has(Feature.Day) && !f.Meaning.HasAny(Feature.Side, Feature.Not));
        var appointment = false;                                       // "rendez-vous" was said before
        var waiting = new List<Found>();                               // hours before any day
        foreach (var thing in found)
            switch ((Kind)thing.Meaning[Feature.Kind]!.Value)
            {
                case Kind.Appointment:
                    appointment = true;
                    break;
                case Kind.When when strong && thing.Meaning.Has(Feature.Not) && Mention.From(thing, 0).ToList() is [var off]:
                    // "Tous les jours, pas le dimanche"; a single date is more than a rule can leave out.
                    _exceptions.Add(thing with { Meaning = off.IsWeekday ? Meaning.Nothing.With(Role.Old, off.Date!) : Meaning.Nothing.With(Feature.Except, 4) });
                    break;
                case Kind.When when thing.Meaning.Has(Feature.Not) && _mentions.Exists(m => m.Range is not null):
                    _exceptions.Add(thing with { Meaning = Meaning.Nothing.With(Feature.Except, 4) });
                    break;
                case Kind.When when IsOpenDay(thing.Meaning) && PastTold.Holds(reading, thing):
                    break;
                case Kind.Correction:
                    if (_mentions.Count > 0) _mentions.RemoveAt(_mentions.Count - 1);
                    break;
                case Kind.SameHour:
                    TakeSameHour(thing);
                    break;
                case Kind.When when thing.Meaning.Has(Feature.NextDay) && _mentions.FindLast(m => m.Date is not null) is not { IsPlainDay: true } and not { Times.Count: > 0, Side: Side.None }:
                    break;                                             // the day after nothing said here
                case Kind.When:
                    var mentions = Mention.From(thing, choice: thing.Start + 1).Select(AfterTheDayBefore).ToList();
                    foreach (var early in Enumerable.Reverse(waiting)) mentions = JoinedToFirst(mentions, early);
                    waiting.Clear();
                    AddMentions(mentions);
                    break;
                case Kind.Repeat when thing.Meaning.Has(Feature.Weak) && PastTold.Holds(reading, thing):
                    break;
                case Kind.Repeat when IsDate(thing.Meaning, strong, dated, appointment):
                    AddMentions(Mention.From(thing with { Meaning = thing.Meaning.Without(Feature.Every, Feature.Weak) }, 0));
                    break;
                case Kind.Repeat when IsHour(thing.Meaning, strong, dated) && !(_mentions.Count > 0 && _mentions.TrueForAll(m => m.Range is not null || m.Side is Side.From or Side.Until)):
                    if (!Join(thing)) waiting.Add(thing);
                    break;
                case Kind.Repeat when thing.Meaning.Has(Feature.Weak) && !strong && fixedDay:
                    break;                                             // « pas de bus le dimanche », for a trip on Sunday the 15th
                case Kind.Repeat:
                    _repeats.Add(thing);
                    break;
                case Kind.Time:
                    if (!Join(thing)) waiting.Add(thing);
                    break;
            }
        // "Du 6 au 10 avril, de 12 h à 13 h 30, chaque jour"
        if (_repeats.Count > 0 && !_repeats.Exists(r => r.Meaning.Part(Role.Time) is not null) && _mentions.Find(m => m.Range is not null && m.Times.Count > 0) is { } span)
            _repeats[^1] = _repeats[^1] with { Meaning = _repeats[^1].Meaning.With(Role.Time, span.Times[0]) };
        // "Un mercredi sur deux, à partir du 2 décembre, l'après-midi"
        if (_repeats.Count > 0 && !_repeats.Exists(r => r.Meaning.Part(Role.Time) is not null) && _mentions.FindIndex(m => m.Side is Side.From or Side.Until && m.Times is [{ } t] && !t.Has(Feature.Side)) is >= 0 and var bound)
        {
            _repeats[^1] = _repeats[^1] with { Meaning = _repeats[^1].Meaning.With(Role.Time, _mentions[bound].Times[0]) };
            _mentions[bound] = _mentions[bound] with { Times = [] };
        }
        foreach (var alone in waiting)
            if (_repeats.Count > 0) _repeats[^1] = WithTime(_repeats[^1], alone);
            else if (alone.Meaning.Part(Role.Time) is { } time
                && (time.Has(Feature.Hour) || time.Part(Role.From) is not null || reading.Tokens[alone.Start].Text is "dans" or "en"))
                _mentions.Add(new(alone.Start, alone.End - 1) { Times = [time] });
    }

    /// <summary>« le mardi » beside a rendez-vous or beside another date is a date.</summary>
    private static bool IsDate(Meaning said, bool strong, bool dated, bool appointment) =>
        said.Has(Feature.Weak) && !strong && appointment && said[Feature.Every] == 2 && said[Feature.Days] is { } days
        && (days & (days - 1)) == 0;

    /// <summary>A weekday, a day of the month or a part of today: nothing in the words puts it in the future.</summary>
    private static bool IsOpenDay(Meaning said) => !said.HasAny(Feature.Side, Feature.Next, Feature.InWeeks, Feature.InMonths, Feature.Weeks, Feature.Not, Feature.Old)
        && !(said.Has(Feature.Month) && said.Has(Feature.Year))
        && said.Part(Role.Item) is null && said.Part(Role.From) is null && (said[Feature.Shift] ?? 0) == 0;

    /// <summary>« opéré jeudi, sortie le lendemain »: a day after the one said before.</summary>
    private Mention AfterTheDayBefore(Mention mention) => mention.Date is { } date && date.Has(Feature.NextDay) && _mentions.FindLast(m => m.Date is not null)?.Date is { } before
        ? mention with { Date = before.Without(Role.Time).With(Feature.After, 1 + (before[Feature.After] ?? 0)) } : mention;

    /// <summary>« le 16, même heure »: the hour said of the day before it.</summary>
    private void TakeSameHour(Found thing)
    {
        if (_mentions.Count == 0 || !_mentions[^1].IsPlainDay || _mentions.FindLast(m => m.Times.Count > 0) is not { } other) return;
        _mentions[^1] = _mentions[^1] with { Times = other.Times, Last = thing.End - 1 };
    }

    /// <summary>« le matin » beside a date says when on that day.</summary>
    private static bool IsHour(Meaning said, bool strong, bool dated) =>
        said.Has(Feature.Weak) && said[Feature.Every] == 1 && dated && !strong;

    private void AddMentions(IEnumerable<Mention> mentions)
    {
        foreach (var mention in mentions.TakeWhile(_ => _mentions.Count < MostMentions))
        {
            // The new hour of a day that is named beside it.
            var day = mention.Date ?? (mention.Range is null ? _mentions.FindLast(m => m.Date is not null)?.Date : null);
            _mentions.Add(mention with { Date = day });
        }
    }

    /// <summary>Gives an hour to the day said before it; false when there is none.</summary>
    private bool Join(Found hour)
    {
        if (hour.Meaning.Part(Role.Time) is not { } time) return true;
        var at = _mentions.FindLastIndex(m => m.Date is not null || m.Range is not null);
        var repeat = _repeats.Count > 0 ? _repeats[^1].Start : -1;
        if (at < 0 && repeat < 0) return false;
        if (at < 0 || (repeat > _mentions[at].First && !_mentions[at].IsPlainDay))
        {
            if (_repeats[^1].Meaning.Part(Role.Time) is null) _repeats[^1] = WithTime(_repeats[^1], hour);
            return true;
        }
        var day = _mentions[at];
        if (hour.Meaning.Has(Feature.Or))
        {
            _mentions[at] = day with { Times = [.. hour.Meaning.Parts(Role.Time)], AnyTime = true, Last = hour.End - 1 };
            return true;
        }
        if (hour.Meaning.Has(Feature.Aside) && day.Times.Any(t => t.Has(Feature.Hour))) return true;   // when to leave for it
        if (day.IsPlainDay)
        {
            for (var i = 0; i < _mentions.Count; i++)
                if (i == at || (day.Choice > 0 && _mentions[i].Choice == day.Choice)) _mentions[i] = _mentions[i] with { Times = [time], Last = hour.End - 1 };
        }
        else if (day.Times is [var vague] && vague.Has(Feature.From) && !vague.Has(Feature.Hour) && time.Part(Role.From) is not null)
            _mentions[at] = day with { Times = [time], Last = hour.End - 1 };   // "une soirée, samedi, de 19 h à 23 h"
        else if (day.Times is [var part] && part.Has(Feature.From) && !part.Has(Feature.Hour) && time.Has(Feature.Hour) && !IsOutside(time, part) && part.And(time) is { } exact)
            _mentions[at] = day with { Times = [exact], Last = hour.End - 1 };
        else if (day.Date is not null && !IsSameTime(day, time) && _mentions.Count < MostMentions)
            _mentions.Add(new(hour.Start, hour.End - 1) { Date = day.Date.Without(Role.Time), Times = [time] });
        return true;
    }

    /// <summary>« ma fille vient le mardi, mais jeudi … »: what others do counts only when nothing else is said.</summary>
    private void LeaveOthersOut()
    {
        if (_mentions.Exists(m => !m.IsOfOthers) || _repeats.Exists(r => !r.Meaning.HasAny(Feature.Aside, Feature.Weak))) _mentions.RemoveAll(m => m.IsOfOthers);
        if (_repeats.Exists(r => !r.Meaning.Has(Feature.Aside)) || _mentions.Count > 0) _repeats.RemoveAll(r => r.Meaning.Has(Feature.Aside));
    }

    /// <summary>« le 18 en soirée, retour vers 23 h »</summary>
    private static bool IsOutside(Meaning time, Meaning part) => time[Feature.Hour] is >= 13 and var hour && (hour * 60 < part[Feature.From] - 60 || hour * 60 > part[Feature.Until] + 60);

    /// <summary>« plus à 14 h mais à 15 h jeudi »: both hours are Thursday's.</summary>
    private void LendDay()
    {
        if (_mentions.Find(m => m is { Date: not null, Side: Side.None }) is not { Date: { } date }) return;
        for (var i = 0; i < _mentions.Count; i++)
            if (_mentions[i] is { Date: null, Range: null, Times.Count: > 0 }) _mentions[i] = _mentions[i] with { Date = date };
    }

    private static bool IsSameTime(Mention day, Meaning time) => day.Times.Any(t => t.Equals(time)) || !time.HasAny(Feature.Hour) && time.Part(Role.From) is null;

    private static List<Mention> JoinedToFirst(List<Mention> mentions, Found hour)
    {
        if (mentions.Count == 0 || hour.Meaning.Part(Role.Time) is not { } time || mentions[0].Date is null) return mentions;
        if (mentions[0].IsPlainDay)
            return [.. mentions.Select(m => m.IsPlainDay ? m with { Times = [time], First = hour.Start } : m)];
        return mentions[0].Side != Side.None || mentions[0].Times.Contains(time) ? mentions
            : [new(hour.Start, hour.End - 1) { Date = mentions[0].Date, Times = [time] }, .. mentions];
    }

    private static Found WithTime(Found repeat, Found hour) =>
        repeat.Meaning.Part(Role.Time) is null && hour.Meaning.Part(Role.Time) is { } time
            ? repeat with { Meaning = repeat.Meaning.With(Role.Time, time) } : repeat;

    /// <summary>« Lundi et jeudi, toutes les semaines »: the days belong to the repetition.</summary>
    private void TakeWeekdaysIntoRepeats()
    {
        var open = _repeats.FindIndex(r => r.Meaning[Feature.Every] is 1 or 2 && !r.Meaning.Has(Feature.Weak));
        if (open < 0 || _repeats.Exists(r => r.Meaning.HasAny(Feature.Days, Feature.Ranks) || r.Meaning.Part(Role.From) is not null)) return;
        if (_mentions.Count == 0 || !_mentions.TrueForAll(m => m.IsWeekday || m.Side != Side.None)) return;
        var timed = false;
        foreach (var day in _mentions.Where(m => m.IsWeekday).ToList())
        {
            var meaning = _repeats[open].Meaning;
            meaning = meaning.With(Feature.Days, (meaning[Feature.Days] ?? 0) | day.Date![Feature.Days]!.Value);
            if (timed && day.Times.Count > 0 && !day.Times[0].Equals(meaning.Part(Role.Time)))
                _repeats.Add(new(day.First, day.Last + 1, Meaning.Nothing.With(Feature.Every, 2).With(Role.Time, day.Times[0]), 0));
            if (day.Times.Count > 0 && !timed) meaning = meaning.Without(Role.Time).With(Role.Time, day.Times[0]);
            timed |= day.Times.Count > 0;
            _repeats[open] = _repeats[open] with { Meaning = meaning, Start = Math.Min(_repeats[open].Start, day.First), End = Math.Max(_repeats[open].End, day.Last + 1) };
            _mentions.Remove(day);
        }
    }

    private void PutNewTimesFirst(bool moves, Reading reading)
    {
        if (moves && _mentions.Count > 1)
            for (var i = 0; i < _mentions.Count; i++)
                if (!_mentions[i].Old && (_mentions[i].Not || IsOf(_mentions[i], reading))) _mentions[i] = _mentions[i] with { Old = true, Not = false };
        if (_mentions.TrueForAll(m => m.Old)) return;
        if (_mentions.Exists(m => m.Old))
        {
            var ordered = _mentions.Where(m => !m.Old).Concat(_mentions.Where(m => m.Old)).ToList();
            _mentions.Clear();
            _mentions.AddRange(ordered);
        }
        // What does not suit is left out beside what does; alone, it is the visit that is off.
        if (_mentions.Exists(m => !m.Not)) _mentions.RemoveAll(m => m.Not);
    }

    /// <summary>« le rendez-vous de jeudi »: the time it has now.</summary>
    private static bool IsOf(Mention mention, Reading reading) =>
        reading.Tokens[mention.First].Text is "du" or "de"
        || (mention.First > 0 && reading.Tokens[mention.First - 1].Text is "de" or "du" or "d")
        || (mention.First > 1 && reading.Tokens[mention.First - 1].Text is "le" or "la" or "l" && reading.Tokens[mention.First - 2].Text is "de" or "prevu" or "prevue");
}
