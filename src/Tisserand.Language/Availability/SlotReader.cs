using System.Numerics;
using NodaTime;
using Tisserand.France;
using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>Puts what was found, in the order of the text, into slots: days gather hours, hours gather days.</summary>
internal sealed class SlotReader(Reading reading, Days days)
{
    private const int MostSlots = 200;                                 // nobody means more; keeps the work linear

    private static readonly HashSet<string> Hedges =
        ["apres", "avant", "quand", "lorsque", "selon", "suivant", "roulement", "roulements", "alternance", "planning", "plannings", "environ", "presque", "souvent", "rarement", "sauf", "hors", "moins", "tant", "pluie", "ecole", "horaires",
         "decales", "decale", "astreinte", "astreintes", "garde", "trop", "intermittent", "interim", "saisonnier", "equipe", "bureau", "idem", "pareil", "lmv", "lm", "mv", "lmm", "aleatoire", "irregulier", "irreguliere", "quelquefois", "debut", "milieu"];

    private readonly List<Slot> _slots = [], _offs = [];
    private readonly List<QuestionFound> _questions = [];
    private readonly List<int> _months = [];                           // said before the days they hold for
    private Slot _now = new();
    private Kind _last = Kind.Stop;                                    // what stands between: Join, Part, Or, Stop
    private bool _not, _exceptEmpty, _schoolTime, _said, _any, _and, _everyOther;
    private int _lastDay, _weeks;
    private LocalDate? _from, _until;
    private readonly bool _morningIsSaid = reading.Tokens.Where((t, i) => t.Text is "matin" or "matins" or "matinee" || t.Text == "m" && i > 0 && (reading.Tokens[i - 1].Text.Length > 1 || reading.Tokens[i - 1].Text is ":" or "=")).Any();
    private readonly bool _pmIsSaid = reading.Tokens.Any(t => t.Text == "pm");
    private readonly bool _tickedBefore = reading.Tokens is [{ Kind: TokenKind.Mark or TokenKind.Word, Text: "x" or "0" }, _, ..] && reading.Tokens[^1].Text is not ("x" or "0");
    private readonly bool _ticks = reading.Tokens.Any(t => t.Text is "x" or "oui" or "ok");

    public void Add(Found found)
    {
        var said = found.Meaning;
        var span = reading.Span(found.Start, found.End - 1);
        var kind = (Kind)said[Feature.Kind]!.Value;
        switch (kind)
        {
            case Kind.Days:
                AddDays(said);
                _and = false;
                if (said.Part(Role.Time) is { } lent) AddHours(lent, span);
                break;
            case Kind.Hours: AddHours(said.Part(Role.Time) ?? said, span); break;
            case Kind.Months: AddMonths(said); break;
            case Kind.Dates: AddDates(said, span); break;
            case Kind.Weeks:
                if (said.Has(Feature.Days)) AddDays(said);
                AddWeeks(said[Feature.Odd]!.Value);
                break;
            case Kind.School: _schoolTime = true; break;
            case Kind.From: _from = Day(said)?.First; break;
            case Kind.Until: _until = Day(said)?.End; break;
            case Kind.Any:
                Close();
                (_any, _not) = (true, false);
                break;
            case Kind.Not when _now is { NamesDays: true, Hours: null } && _last == Kind.Days && found.Length == 1 && IsAbsence(reading.Tokens[found.Start].Text):
                _now.Ticked = false;                                   // "mercredi OFF"
                break;
            case Kind.Not:
                Close();
                _not = true;
                _said |= reading.Tokens.Skip(found.Start).Take(found.Length).Any(t => IsAbsence(t.Text) || t.Text is "jamais" or "non" or "disponible" or "disponibles" or "libre" or "possible");
                _exceptEmpty = reading.Tokens[found.Start].Text is "sauf" or "hors" or "hormis" or "excepte" or "exceptes";
                break;
            case Kind.But:
                Close();
                _not = false;
                break;
            case Kind.Rhythm:
                Assume("recurrence", span, Ask.WhichWeeks);
                _everyOther = (said[Feature.Interval] ?? 2) == 2;
                if (said.Has(Feature.Days)) AddDays(said);
                break;
            case Kind.Maybe: Assume("when", span, Ask.WhenFree); break;
            case Kind.Amount: Assume("when", span, Ask.WhenFree); break;
            case Kind.Or when !_now.IsEmpty: Assume("when", span, Ask.WhenFree); break;
            case Kind.Cross or Kind.NoCross when _tickedBefore:
                Close();
                _now.Ticked = kind == Kind.Cross;
                break;
            case Kind.Cross when _ticks: _now.Ticked = true; break;
            case Kind.NoCross: _now.Ticked = false; break;
            case Kind.Part when _last == Kind.Part && _now.NamesDays && reading.Tokens[found.Start].Text == "-": _now.Ticked = false; break;
            case Kind.Part when reading.Tokens[found.Start].Text == ":" && _not && _slots.Count == 0 && !_now.IsEmpty:
                Close();
                _not = false;
                break;
            case Kind.Stop:
                Close();
                _months.Clear();
                (_not, _weeks) = (false, 0);
                break;
        }
        _and = kind == Kind.Join && reading.Tokens[found.Start].Text == "et";
        _last = kind is Kind.Join or Kind.Part or Kind.Or or Kind.Stop ? kind : Kind.Days;
    }

    public FreeTimesFound Done()
    {
        Close();
        TakeFirstWeek();
        if (_exceptEmpty && _slots.Count > 0) Assume("exception", null, Ask.WhichExceptions);
        if (_schoolTime && !_slots.Exists(s => s.Holidays.HasFlag(HolidayKinds.School))) _offs.Add(new() { Holidays = HolidayKinds.School });
        // Among hours written out, a cross may say yes or no.
        if (_slots.Exists(s => s is { Ticked: true, Hours: null }) && _slots.Exists(s => s is { Ticked: null, Hours: not null, IsPart: false }))
            Assume("when", null, Ask.WhenFree);
        else if (_ticks && _slots.Exists(s => s.Ticked == true)) _slots.RemoveAll(s => s.Ticked != true);
        var unticked = _slots.FindAll(s => s.Ticked == false);
        _slots.RemoveAll(unticked.Contains);
        if (_slots.Count == 0) _offs.AddRange(unticked);               // "dimanche : non"
        var rules = new SlotRules(_slots, _offs);
        if (_slots.Count == 0)
        {
            if (_any || _offs.Count > 0 || _from is not null || _until is not null) rules.OpenAlways();
            else if (_said && _questions.Count == 0) return new(OpeningHours.Never, null, null, false, []);
            else return new(null, null, null, false, _questions.Count > 0 ? _questions : [new("when", null, Ask.WhenFree)]);
        }
        return new(rules.ToOpeningHours(), _from, _until, _questions.Count > 0, _questions);
    }

    /// <summary>« un samedi sur deux, à partir du 5 décembre »: the first day tells which weeks.</summary>
    private void TakeFirstWeek()
    {
        if (!_everyOther || _from is not { } from || _slots is not [{ Days: not 0, Weeks: 0 } slot] || _questions.FindAll(q => q.Code == "recurrence").Count != 1) return;
        var first = Enumerable.Range(0, 7).Select(from.PlusDays).First(d => (slot.Days & (1 << ((int)d.DayOfWeek - 1))) != 0);
        slot.Weeks = NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(first) % 2 == 0 ? 2 : 1;
        _questions.RemoveAll(q => q.Code == "recurrence");
    }

    private void Assume(string code, TextSpan? span, string question)
    {
        _questions.Add(new(code, span, question));
    }

    /// <summary>Words left over that may change everything: « quand », « selon », a number.</summary>
    public void Miss(int token)
    {
        if (Hedges.Contains(reading.Tokens[token].Text) || reading.Tokens[token].Kind == TokenKind.Number) Assume("when", reading.Span(token, token), Ask.WhenFree);
    }

    private static bool IsAbsence(string word) => word is "off" or "ferme" or "indisponible" or "indisponibles" or "absent" or "absente";

    private void Close()
    {
        _exceptEmpty &= !_not || _now.IsEmpty;
        if (!_now.IsEmpty && _slots.Count + _offs.Count < MostSlots) (_not ? _offs : _slots).Add(_now);
        _now = new();
    }

    private void AddDays(Meaning said)
    {
        var holidays = said.Has(Feature.School) ? HolidayKinds.School : said.Has(Feature.Feast) ? HolidayKinds.Public : (HolidayKinds)(said[Feature.Except] ?? 0);
        var ranks = said[Feature.Ranks] ?? 0;
        // « hors vacances, mardi et jeudi »
        if (_not && _slots.Count == 0 && !_now.IsEmpty && _last is Kind.Join or Kind.Part && !_and && !_now.IsPlain && holidays == HolidayKinds.None)
        {
            Close();
            _not = false;
        }
        var complete = (_now.Hours is not null && !_now.HoursCameFirst) || _now.Ticked is not null || _ticks || (_now.NamesDays && _now.Weeks != _weeks);
        if (_now.NamesDays ? complete || ranks != _now.Ranks || (_now.Holidays != HolidayKinds.None || holidays != HolidayKinds.None) && _and && !_not
            : _now.Hours is not null && (_and || _not)) Close();
        Begin();
        if (!_now.NamesDays && _now.Hours is not null) _now.HoursCameFirst = true;
        _now.LastDays = Weekdays(said);
        _now.Days |= _now.LastDays;
        _now.Holidays |= holidays;
        _now.Ranks |= ranks;
    }

    private void Begin()
    {
        if (!_now.IsEmpty || _not) return;
        _now.Months.AddRange(_months);
        _now.Weeks = _weeks;
    }

    /// <summary>Behind its days, or before them.</summary>
    private void AddWeeks(int weeks)
    {
        if (_now.NamesDays && _now.Weeks == 0 && _last == Kind.Days) _now.Weeks = weeks;
        else
        {
            Close();
            _weeks = weeks;
        }
    }

    private int Weekdays(Meaning said)
    {
        var set = said[Feature.Days] is not { } days ? 0 : days == 6 && !said.HasAny(Feature.School, Feature.Feast) ? 1 << Named(days) : Remembered(days);
        foreach (var (from, to) in said.Parts(Role.From).Zip(said.Parts(Role.To)))
        {
            var (day, last) = (Named(from[Feature.Days]!.Value), Named(to[Feature.Days]!.Value));
            for (set |= 1 << last; day != last; day = (day + 1) % 7) set |= 1 << day;
        }
        return set;
    }

    // In a grid of letters the first M is Tuesday, the second Wednesday.
    private int Named(int days) =>
        BitOperations.TrailingZeroCount(Remembered(days == 6 ? _lastDay == 2 ? 4 : 2 : days));

    private int Remembered(int days) => _lastDay = days;

    private void AddHours(Meaning time, TextSpan span)
    {
        var hours = Hours(time, span);
        if (hours is null) return;
        // "du mardi au samedi sauf le jeudi, l'après-midi"
        if (_not && _last == Kind.Join && !_and && _now is { NamesDays: true, Hours: null } && _slots.Exists(s => s.Hours is null))
        {
            Close();
            _not = false;
            foreach (var slot in _slots.Where(s => s.Hours is null)) slot.Hours = hours;
            return;
        }
        // "le soir après 19 h", "le soir de 18 h à 20 h"
        if (_now.Hours is not null && _now.IsPart && (_last == Kind.Days || _last == Kind.Join && !_and && (time.Has(Feature.Side) || _now.HoursCameFirst && _now.NamesDays && !time.Has(Feature.From))) && (Common(_now.Hours, hours) is { Count: > 0 } common || (common = hours) is not null && time.Has(Feature.Side)))
        {
            (_now.Hours, _now.IsPart) = (common, false);
            _questions.RemoveAll(q => q.French == Ask.WhichHalf);       // "AM (14 h - 17 h)" says it itself
            return;
        }
        if (_and && _now.NamesDays && _now.Hours is null) Close();     // "week-end et soirées"
        if (_last == Kind.Join && !_and && _now is { HoursCameFirst: true, NamesDays: true }) Close();   // "le soir en semaine, la journée le week-end"
        if (_now.HoursCameFirst && _now.LastDays != _now.Days)
        {
            var taken = _now.LastDays;
            _now.Days &= ~taken;
            Close();
            Begin();
            _now.Days = taken;
        }
        Begin();
        _now.IsPart = time.Has(Feature.AmPm) || time.Has(Feature.From) && !time.Has(Feature.Hour);
        _now.Hours = [.. _now.Hours ?? [], .. hours];
    }

    private static List<DayHours> Common(List<DayHours> some, List<DayHours> others) =>
        [.. some.SelectMany(h => others.Where(o => o.FromMinute < h.UntilMinute && h.FromMinute < o.UntilMinute)
            .Select(o => new DayHours(Math.Max(o.FromMinute, h.FromMinute), Math.Min(o.UntilMinute, h.UntilMinute))))];

    private List<DayHours>? Hours(Meaning time, TextSpan span)
    {
        if (time.Has(Feature.AmPm))
        {
            if (!_morningIsSaid && !_pmIsSaid) Assume("time", span, Ask.WhichHalf);
            return [_pmIsSaid ? new(8 * 60, 12 * 60) : new(14 * 60, 18 * 60)];
        }
        if (time.Part(Role.From) is { } from && time.Part(Role.To) is { } to)
            return Clock.Range(from, to, evening: false, time[Feature.Half]) is var (start, end) ? Within(start, end) : null;
        if (time.Has(Feature.Hour))
        {
            if (Clock.Minutes(time, evening: false) is not [var minute, ..]) return null;
            switch ((Side)(time[Feature.Side] ?? 0))
            {
                case Side.Before or Side.Until: return Within(Math.Min(8 * 60, minute - 60), minute);
                case Side.From or Side.After: return Within(minute, Math.Max(21 * 60, minute + 60));
                default:
                    Assume("time", span, Ask.UntilWhen);
                    return Within(minute, 21 * 60);
            }
        }
        return Within(time[Feature.From]!.Value, time[Feature.Until]!.Value);
    }

    private static List<DayHours>? Within(int from, int until) =>
        Math.Clamp(from, 0, Clock.Day) is var start && Math.Clamp(until, 0, Clock.Day) is var end && start < end ? [new(start, end)] : null;

    private void AddMonths(Meaning said)
    {
        var months = said.Part(Role.From) is { } from && said.Part(Role.To) is { } to
            ? Months(from[Feature.Month]!.Value, to[Feature.Month]!.Value)
            : [said[Feature.Month]!.Value];
        if (_now.IsEmpty && !_not) _months.AddRange(months);
        else if (_not && _now.Months.Count == 0 && !_now.IsEmpty)
        {
            Close();
            _now.Months.AddRange(months);
        }
        else _now.Months.AddRange(months);
    }

    private static List<int> Months(int first, int last) =>
        [.. Enumerable.Range(0, (last - first + 12) % 12 + 1).Select(i => (first - 1 + i) % 12 + 1)];

    private void AddDates(Meaning said, TextSpan span)
    {
        if (Dates(said) is not { } range)
        {
            Assume("exception", span, Ask.WhichExceptions);
            return;
        }
        if (!_not && !_now.IsEmpty && _now.Dates.Count == 0 && !_now.NamesDays) Close();
        if (_not && _now.NamesDays) Close();
        _now.Dates.Add(range);
    }

    private DateRange? Dates(Meaning said)
    {
        if (said.Part(Role.To) is { } to && said.Part(Role.From) is { } from)
        {
            if (!from.Has(Feature.Month) && to[Feature.Month] is { } month) from = from.With(Feature.Month, month);
            if (Day(from) is not { } first || days.Read(to, first.First).Spans is not [var last, ..]) return null;
            return Range(first.First, last.End.PlusDays(-1));
        }
        return Day(said) is { } day ? Range(day.First, day.End.PlusDays(-1)) : null;
    }

    private DaySpan? Day(Meaning said) => days.Read(said) is { Doubt: Doubt.None, Spans: [var only, ..] } ? only : null;

    private static DateRange? Range(LocalDate first, LocalDate last) => last < first ? null
        : new(new(first.Month, first.Day, first.Year), new(last.Month, last.Day, last.Year));
}
