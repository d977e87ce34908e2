using NodaTime;
using Tisserand.France;
using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>Lays the mentions of a message on the calendar, and asks what it leaves open.</summary>
internal sealed class Resolver(LocalDateTime at, FrenchCalendar calendar, Message message, Reading reading, List<QuestionFound> questions)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private const int JustOverDays = 60;

    private readonly Days _days = new(at.Date, calendar);

    private readonly record struct Span(LocalDateTime? Start, LocalDateTime? End, Grain Grain)
    {
        public bool Holds(Span other) => this != other && Start is { } s && End is { } e && other.Start is { } a && other.End is { } b && s <= a && b <= e;
    }

    public IReadOnlyList<TimeFound> Read()
    {
        var found = new List<TimeFound>();
        // Each mention stands alone, but for those of one choice.
        foreach (var group in message.Mentions.Select((mention, i) => (mention, i)).GroupBy(m => m.mention.Choice > 0 ? m.mention.Choice : -1 - m.i, m => m.mention))
        {
            var mentions = group.ToList();
            var text = reading.Span(mentions.Min(m => m.First), mentions.Max(m => m.Last));
            var readings = mentions.SelectMany(m => Spans(m, text)).Distinct().ToList();
            var open = mentions.Count > 1 || mentions.Exists(m => m.AnyTime) || (mentions is [var only] && IsOpen(only, readings));
            if (readings.Count > 1 && open && !questions.Exists(q => q.Text == text)) questions.Add(Ask.WhichOf([.. readings.Select(r => (r.Start, r.End))], text));
            // What somebody else does, or "un soir de décembre": likely, and to be asked.
            var vague = mentions.Exists(m => m.IsOfOthers || m.Date?.Has(Feature.Unknown) == true);
            if (vague && !questions.Exists(q => q.Text == text)) questions.Add(new("when", text, Ask.WhichDay));
            found.AddRange(readings.Select(r => new TimeFound(r.Start, r.End, r.Grain, vague || open && readings.Count > 1, text)));
        }
        return Tidy(Joined(found));
    }

    /// <summary>« à partir de lundi et jusqu'au 15 février »: two bounds of one span.</summary>
    private static List<TimeFound> Joined(List<TimeFound> found)
    {
        if (found is [{ Start: null }, { End: null }]) found = [found[1], found[0]];
        if (found is not [{ Start: { } start, End: null } opens, { Start: null, End: { } end } closes] || start >= end) return found;
        return [opens with
        {
            End = end,
            Grain = opens.Grain < closes.Grain ? opens.Grain : closes.Grain,
            Text = new(Math.Min(opens.Text.Start, closes.Text.Start), Math.Max(opens.Text.End, closes.Text.End)),
        }];
    }

    // Several hours of one day are all wanted unless a doubt made them.
    private static bool IsOpen(Mention mention, List<Span> readings) => readings.Count > Math.Max(1, mention.Times.Count)
        || (mention.Times.Count <= 1 && readings.Count > 1);

    /// <summary>The same time once; a day or week is left out when an hour within it is named.</summary>
    private static List<TimeFound> Tidy(List<TimeFound> found)
    {
        var kept = new List<TimeFound>();
        foreach (var time in found)
        {
            var span = new Span(time.Start, time.End, time.Grain);
            if (kept.Exists(k => k.Start == time.Start && k.End == time.End && (!time.Assumed || k.Text == time.Text))) continue;
            if (!time.Assumed && time.Grain >= Grain.Day && found.Exists(f => span.Holds(new(f.Start, f.End, f.Grain)) && (!f.Assumed || f.Text != time.Text))) continue;
            kept.Add(time);
        }
        return kept;
    }

    private IEnumerable<Span> Spans(Mention mention, TextSpan text)
    {
        if (mention.Range is var (from, to)) return Range(from, to, text);
        if (mention.Date is { } date && date.HasAny(Feature.Hours, Feature.Minutes)) return [Soon(date, mention.Side)];
        var spans = mention.Date is null ? HourAlone(mention, text) : OnDays(mention, mention.Date, text);
        return spans.Select(s => Bounded(s, mention));
    }

    /// <summary>"Dans deux heures", counted on the clock of the wall as it will be.</summary>
    private Span Soon(Meaning date, Side side)
    {
        var then = (at.InZoneLeniently(Zone).ToInstant() + Duration.FromMinutes(60 * (date[Feature.Hours] ?? 0) + (date[Feature.Minutes] ?? 0))).InZone(Zone).LocalDateTime;
        return new(side == Side.Until ? null : then, then, Grain.Minute);
    }

    private List<Span> OnDays(Mention mention, Meaning date, TextSpan text)
    {
        // "Avant la fin de la semaine" ends with the week, not where its end begins.
        var days = _days.Read(mention.Side is Side.Before or Side.Until && date[Feature.Vague] == 3 ? date.Without(Feature.Vague) : date);
        if (mention.Side == Side.Lasting && days.Spans is [var end] && _days.Read(Days.Origin(date)).Spans is [var origin, ..])
            days = DayReading.Sure(new DaySpan(origin.First, end.First, Grain.Day));
        // "Les trois prochains jours" begin tomorrow.
        if (mention.Side == Side.FromNow) days = DayReading.Sure(new DaySpan(at.Date.PlusDays(1), days.Spans[0].First.PlusDays(1), Grain.Day));
        if (days.Spans is [var only] && (IsOver(date, only) || (message.Mentions.Count + message.Repeats.Count > 1 && IsJustOver(date, only)))) return [];
        if (days.Spans.Count == 0)
        {
            questions.Add(new("when", text, days.Doubt == Doubt.NoSuchDay ? Ask.NoSuchDay : Ask.WhichDay));
            return [];
        }
        var spans = days.Spans.SelectMany(d => mention.Times.Count == 0 ? [Whole(d)] : mention.Times.SelectMany(t => OnDay(d, t, date[Feature.Half], text))).ToList();
        if (days.Doubt == Doubt.Contradiction) questions.Add(Ask.WhichOf([.. spans.Select(s => (s.Start, s.End))], text));
        if (days.Doubt == Doubt.Today && spans.Exists(s => !IsPast(s))) spans.RemoveAll(IsPast);
        return spans;
    }

    /// <summary>It has been, or it is only a year beside something nearer.</summary>
    private bool IsOver(Meaning date, DaySpan day) => date.Has(Feature.Year)
        && (day.End <= at.Date || (date[Feature.Unit] == 4 && message.Mentions.Count > 1));

    /// <summary>« hospitalisée le 27 février », said in March: a date of last month beside others is not one of next year.</summary>
    private bool IsJustOver(Meaning date, DaySpan day) => date.Has(Feature.Day) && date.Has(Feature.Month) && !date.Has(Feature.Year)
        && day.First.PlusYears(-1) < at.Date && Period.DaysBetween(day.First.PlusYears(-1), at.Date) <= JustOverDays;

    private bool IsPast(Span span) => (span.End ?? span.Start) is { } end && (end < at || (end == at && span.Start != span.End));

    private static Span Whole(DaySpan days) => new(days.First.AtMidnight(), days.End.AtMidnight(), days.Grain);

    private IEnumerable<Span> OnDay(DaySpan day, Meaning time, int? half, TextSpan text)
    {
        if (!day.IsOneDay) return [Whole(day)];                        // an hour of no one day
        if (time.Part(Role.From) is { } from && time.Part(Role.To) is { } to)
            return Clock.Range(from, to, message.SpeaksOfEvening, time[Feature.Half] ?? half) is var (start, end)
                ? [new(Clock.At(day.First, start), Clock.At(day.First, end), Grain.Hour)] : NoSuchTime(text);
        if (time.Has(Feature.Hour) && time.Has(Feature.Side) && time[Feature.From] is { } open && Clock.Minutes(time, message.SpeaksOfEvening, half) is [var bound, ..])
            return [time[Feature.Side] is (int)Side.Before or (int)Side.Until     // "demain matin avant 10 h"
                ? new(Clock.At(day.First, open), Clock.At(day.First, bound), Grain.Hour)
                : new(Clock.At(day.First, bound), Clock.At(day.First, time[Feature.Until]!.Value), Grain.Hour)];
        if (!time.Has(Feature.Hour)) return [new(Clock.At(day.First, time[Feature.From]!.Value), Clock.At(day.First, time[Feature.Until]!.Value), Grain.HalfDay)];
        if (time[Feature.Hour] == 24 && time[Feature.Side] is null)
        {
            questions.Add(new("time", text, Ask.WhichMidnight));
            return [Instant(Clock.At(day.First, Clock.Day + (time[Feature.Minute] ?? 0)), time), Instant(Clock.At(day.First, time[Feature.Minute] ?? 0), time)];
        }
        var minutes = Clock.Minutes(time, message.SpeaksOfEvening, half);
        if (minutes.Count == 0) return NoSuchTime(text);
        if (Clock.Written(time) is var written and >= 0 and < Clock.Day && Zone.MapLocal(Clock.At(day.First, written)).Count != 1)
        {
            questions.Add(new("time", text, Ask.SummerTime(Clock.At(day.First, written))));
            return [];
        }
        return minutes.Select(m => BoundedByHour(Instant(Clock.At(day.First, m), time), time));
    }

    private List<Span> NoSuchTime(TextSpan text)
    {
        questions.Add(new("time", text, Ask.WhatTime));
        return [];
    }

    private static Span Instant(LocalDateTime time, Meaning said) => new(time, time, Clock.Grain(said));

    /// <summary>An hour without a day: today when it is to come, else tomorrow or this evening.</summary>
    private IEnumerable<Span> HourAlone(Mention mention, TextSpan text)
    {
        foreach (var time in mention.Times)
        {
            var today = OnDay(DaySpan.Of(at.Date), time, null, text).ToList();
            if (today.Count == 0 || today.Exists(s => !IsPast(s)))
            {
                foreach (var span in today.Where(s => !IsPast(s))) yield return span;
                continue;
            }
            foreach (var span in OnDay(DaySpan.Of(at.Date.PlusDays(1)), time, null, text)) yield return span;
            if (time.Has(Feature.Hour) && !time.Has(Feature.Half) && time[Feature.Hour] < 12 && Instant(Clock.At(at.Date, Clock.Written(time) + Clock.Day / 2), time) is var evening && !IsPast(evening))
                yield return evening;
        }
    }

    private static Span BoundedByHour(Span span, Meaning time) => Bounded(span, (Side)(time[Feature.Side] ?? 0), partOfDay: false);

    private static Span Bounded(Span span, Mention mention) => mention.Side == Side.Before && mention.Date?[Feature.Vague] == 3
        ? Bounded(span, Side.Until, partOfDay: false) : Bounded(span, mention.Side, mention.Times.Any(t => t.Has(Feature.From)));

    private static Span Bounded(Span span, Side side, bool partOfDay) => side switch
    {
        Side.Before => span with { Start = null, End = span.Start },
        Side.Until => span with { Start = null, End = partOfDay && span.Start?.Hour == 12 ? span.Start : span.End },
        Side.From => span with { End = null },
        Side.FromNow or Side.Lasting => span,
        Side.After => span with { Start = span.End, End = null },
        _ => span,
    };

    private IEnumerable<Span> Range(Meaning from, Meaning to, TextSpan text)
    {
        var ends = _days.Read(to);
        if (from.Has(Feature.Day) && !from.HasAny(Feature.Month, Feature.InMonths) && to.HasAny(Feature.Month, Feature.InMonths) && ends.Spans is [var last, ..])
        {
            // "Du 28 au 3 avril": the 28th before it.
            var month = last.First.Day >= from[Feature.Day] ? last.First : last.First.PlusMonths(-1);
            from = from.With(Feature.Month, month.Month).With(Feature.Year, month.Year);
        }
        if (!from.Has(Feature.Year) && from.Has(Feature.Month) && to[Feature.Year] is { } year) from = from.With(Feature.Year, year);
        var starts = _days.Read(from);
        if (starts.Spans is [var first, ..]) ends = _days.Read(to.Has(Feature.Days) && !to.HasAny(Feature.Day, Feature.InWeeks) ? to.With(Feature.Next, 1) : to, first.First);
        if (starts.Spans.Count == 0 || ends.Spans.Count == 0)
        {
            questions.Add(new("when", text, Ask.NoSuchDay));
            yield break;
        }
        if (starts.Doubt != Doubt.None || ends.Doubt == Doubt.Contradiction) questions.Add(new("when", text, Ask.WhichDay));
        foreach (var start in starts.Spans)
        {
            var end = starts.Spans.Count > 1 ? _days.Read(to.With(Feature.Next, 1), start.First) : ends;
            if (end.Spans[0].End <= start.First || (to.Has(Feature.Year) && end.Spans[0].End <= at.Date)) continue;
            var span = new Span(start.First.AtMidnight(), end.Spans[0].End.AtMidnight(), start.Grain == end.Spans[0].Grain ? start.Grain : Grain.Day);
            if (from.Part(Role.Time) is { } a && OnDay(start, a, null, text).FirstOrDefault() is { Start: { } exact }) span = span with { Start = exact, Grain = Grain.Hour };
            if (to.Part(Role.Time) is { } b && OnDay(end.Spans[0], b, null, text).FirstOrDefault() is { End: { } until }) span = span with { End = until };
            yield return span;
        }
    }
}
