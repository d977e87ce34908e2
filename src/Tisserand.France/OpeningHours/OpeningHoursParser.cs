using NodaTime;

namespace Tisserand.France;

/// <summary>Recursive descent over the notation; stops at the first error with its position.</summary>
internal sealed class OpeningHoursParser
{
    private static readonly string[] DayNames = ["mo", "tu", "we", "th", "fr", "sa", "su"];

    private readonly OpeningHoursScanner _text;

    private OpeningHoursParser(string text) => _text = new(text);

    public static OpeningHoursReading Parse(string text)
    {
        try
        {
            return new OpeningHoursReading.Read(new OpeningHoursParser(text).Rules());
        }
        catch (OpeningHoursSyntaxException e)
        {
            return new OpeningHoursReading.Refused(e.Position, e.Error);
        }
    }

    private OpeningHours Rules()
    {
        var rules = new List<OpeningRule>();
        do
        {
            if (_text.IsAtEnd && rules.Count > 0) break;               // a semicolon at the end is forgiven
            rules.Add(Rule());
        }
        while (_text.Take(';'));
        if (!_text.IsAtEnd) throw _text.Wrong(OpeningHoursError.UnknownWord);
        return new(rules);
    }

    private OpeningRule Rule()
    {
        if (_text.IsAtEnd || _text.Sees(';')) throw _text.Wrong(OpeningHoursError.Empty);
        var dates = Dates();
        var weeks = Weeks();
        var days = Days();
        return new(days, Hours(), dates, weeks);
    }

    private DateRange? Dates()
    {
        var start = _text.Position;
        if (Bound(null) is not { } first) return null;
        var last = first;
        if (_text.Take('-'))
        {
            var day = _text.Position;
            last = first.Day is not null && _text.TakeNumber(1, 2) is { } number
                ? first with { Day = number }                          // Dec 24-31
                : Bound(first.Year) ?? throw _text.Wrong(OpeningHoursError.BadDate);
            if (!last.Exists) throw OpeningHoursScanner.WrongAt(day, OpeningHoursError.BadDate);
        }
        if (first.Day is null != last.Day is null || first.Year is null != last.Year is null)
            throw OpeningHoursScanner.WrongAt(start, OpeningHoursError.MixedRange);
        if (DateRange.IsReversed(first, last)) throw OpeningHoursScanner.WrongAt(start, OpeningHoursError.ReversedRange);
        return new(first, last);
    }

    /// <summary>"Nov", "Nov 03" or "2026 Nov 03"; an end without a year has the year of its start.</summary>
    private DateBound? Bound(int? usualYear)
    {
        var start = _text.Position;
        var year = _text.TakeNumber(4, 4);
        var month = _text.TakeWord([.. DateBound.Names.Skip(1)]) + 1;
        if (month is null) return year is null ? null : throw _text.Wrong(OpeningHoursError.BadDate);
        var bound = new DateBound(month.Value, _text.SeesTime() ? null : _text.TakeNumber(1, 2), year ?? usualYear);
        return bound.Exists ? bound : throw OpeningHoursScanner.WrongAt(start, OpeningHoursError.BadDate);
    }

    private List<WeekRange> Weeks()
    {
        var weeks = new List<WeekRange>();
        if (_text.TakeWord(["week"]) is null) return weeks;
        do
        {
            var start = _text.Position;
            var first = Week();
            var last = _text.Take('-') ? Week() : first;
            var step = _text.Take('/') ? _text.TakeNumber(1, 2) ?? 0 : 1;
            if (step == 0) throw OpeningHoursScanner.WrongAt(start, OpeningHoursError.BadWeek);
            if (last < first) throw OpeningHoursScanner.WrongAt(start, OpeningHoursError.ReversedRange);
            weeks.Add(new(first, last, step));
        }
        while (_text.Take(','));
        return weeks;
    }

    private int Week()
    {
        var start = _text.Position;
        return _text.TakeNumber(1, 2) is { } week and >= 1 and <= 53 ? week
            : throw OpeningHoursScanner.WrongAt(start, OpeningHoursError.BadWeek);
    }

    private DaySelector Days()
    {
        var holidays = HolidayKinds.None;
        while (_text.TakeWord(["sh", "ph"]) is { } kind)
        {
            holidays |= kind == 0 ? HolidayKinds.School : HolidayKinds.Public;
            if (!_text.Take(',')) break;
            if (!_text.SeesWord(["sh", "ph"])) throw _text.Wrong(OpeningHoursError.MixedDays);
        }

        var days = Weekdays.None;
        var nths = new List<NthWeekday>();
        while (_text.TakeWord(DayNames) is { } first)
        {
            if (_text.Take('[')) nths.AddRange(Nths((IsoDayOfWeek)(first + 1)));
            else
            {
                var last = !_text.Take('-') ? first
                    : _text.TakeWord(DayNames) ?? throw _text.Wrong(OpeningHoursError.UnknownWord);
                for (var day = first; ; day = (day + 1) % 7)
                {
                    days |= (Weekdays)(1 << day);
                    if (day == last) break;
                }
            }
            if (!_text.Take(',')) break;
            if (_text.SeesWord(["sh", "ph"])) throw _text.Wrong(OpeningHoursError.MixedDays);
            if (!_text.SeesWord(DayNames)) throw _text.Wrong(OpeningHoursError.UnknownWord);
        }
        return new(days, nths, holidays);
    }

    private List<NthWeekday> Nths(IsoDayOfWeek day)
    {
        var nths = new List<NthWeekday>();
        do
        {
            var first = Nth();
            var last = _text.Take('-') ? Nth() : first;
            if (last < first || (first < 0 && last > 0)) throw _text.Wrong(OpeningHoursError.BadNth);
            for (var n = first; n <= last; n++) nths.Add(new(day, n));
        }
        while (_text.Take(','));
        return _text.Take(']') ? nths : throw _text.Wrong(OpeningHoursError.BadNth);
    }

    private int Nth()
    {
        var start = _text.Position;
        var sign = _text.Take('-') ? -1 : 1;
        return _text.TakeNumber(1, 1) is { } n and >= 1 and <= 5 ? sign * n
            : throw OpeningHoursScanner.WrongAt(start, OpeningHoursError.BadNth);
    }

    private List<DayHours>? Hours()
    {
        if (_text.TakeWord(["off", "closed"]) is not null)
            return _text.SeesTime() ? throw _text.Wrong(OpeningHoursError.OffWithHours) : [];
        if (!_text.SeesDigit()) return null;

        var hours = new List<DayHours>();
        do
        {
            var start = _text.Position;
            var from = Clock();
            if (!_text.Take('-')) throw _text.Wrong(OpeningHoursError.BadTime);
            var until = Clock();
            if (until <= from) throw OpeningHoursScanner.WrongAt(start, OpeningHoursError.PastMidnight);
            hours.Add(new(from, until));
        }
        while (_text.Take(','));
        if (_text.SeesWord(["off", "closed"])) throw _text.Wrong(OpeningHoursError.OffWithHours);
        return hours;
    }

    private int Clock()
    {
        var start = _text.Position;
        if (_text.TakeNumber(1, 2) is { } hour && _text.Take(':') && _text.TakeNumber(2, 2) is { } minute
            && minute <= 59 && hour * 60 + minute <= 1440) return hour * 60 + minute;
        // "22:00-26:00" is how the full notation writes two in the morning.
        throw OpeningHoursScanner.WrongAt(start, OpeningHoursError.BadTime);
    }
}
