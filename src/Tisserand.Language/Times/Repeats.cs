using System.Globalization;
using System.Numerics;
using NodaTime;
using Tisserand.France;
using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>All that comes back, made into one rule.</summary>
internal static class Repeats
{
    private static readonly string[] Names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static RecurrenceFound? Read(Message message, Reading reading, List<QuestionFound> questions)
    {
        if (message.Repeats.Count == 0) return null;
        // A part of the day alone ("le soir") only lends its hours when something else comes back.
        var pieces = message.Repeats.Where(r => !IsPartOfDay(r.Meaning)).ToList();
        if (pieces.Count == 0) pieces = [.. message.Repeats];
        var all = pieces.Concat(message.Exceptions).ToList();
        var span = reading.Span(all.Min(p => p.Start), all.Max(p => p.End) - 1);

        var (every, interval, times, days, ranks, except) = (0, 1, 1, 0, 0, 0);
        foreach (var said in pieces.Select(p => p.Meaning))
        {
            every = Math.Max(every, said[Feature.Every]!.Value);
            interval = Math.Max(interval, said[Feature.Interval] ?? 1);
            times = Math.Max(times, said[Feature.Times] ?? 1);
            ranks |= said[Feature.Ranks] ?? 0;
            days |= (said[Feature.Days] ?? 0) | Between(said);
        }
        foreach (var said in all.Select(p => p.Meaning))
        {
            except |= said[Feature.Except] ?? 0;
            if (said.HasAny(Feature.Unknown, Feature.Aside)) questions.Add(new("recurrence", span, Ask.HowOften));
        }
        // "Deux fois par jour" and "une fois par semaine" are two rules.
        if (pieces.Where(p => p.Meaning.Has(Feature.Times)).Select(p => p.Meaning[Feature.Every]).Distinct().Count() > 1) questions.Add(new("recurrence", span, Ask.HowOften));
        if ((except & 4) != 0) questions.Add(new("exception", span, Ask.WhichExceptions));
        if (pieces.TrueForAll(p => p.Meaning.Has(Feature.Aside))) return null;   // when somebody else comes
        if (every == 0) return null;                                   // "de temps en temps"
        var excluded = all.SelectMany(p => p.Meaning.Parts(Role.Old)).Aggregate(0, (set, m) => set | (m[Feature.Days] ?? 0));
        if (excluded != 0 && (days == 0 || (days & ~excluded) != 0)) days = (days == 0 ? 127 : days) & ~excluded;
        if (days != 0 && every == 1) every = 2;
        if (ranks != 0) every = 3;
        if (times == BitOperations.PopCount((uint)days) && every == 2) times = 1;
        if (days == 127 && every == 2 && interval == 1) (every, days) = (1, 0);

        var rule = new List<string> { "FREQ=" + (every == 1 ? "DAILY" : every == 2 ? "WEEKLY" : "MONTHLY") };
        if (interval > 1) rule.Add("INTERVAL=" + interval.ToString(CultureInfo.InvariantCulture));
        if (days != 0 && (every != 3 || ranks != 0)) rule.Add("BYDAY=" + string.Join(',', ByDay(days, ranks)));
        // An hour before a part of the day; two different hours are one too many for a rule.
        var windows = message.Repeats.OrderBy(r => IsExact(r.Meaning) ? 0 : 1).Select(r => (Exact: IsExact(r.Meaning), Hours: Hours(r.Meaning, message.SpeaksOfEvening)))
            .Where(w => w.Hours is not null).ToList();
        var hours = windows.Count > 0 ? windows[0].Hours : null;
        if (windows.Exists(w => w.Exact == windows[0].Exact && w.Hours != hours)) questions.Add(new("time", span, Ask.WhatTime));
        return new(string.Join(';', rule), times, hours?.From, hours?.Until, (HolidayKinds)(except & 3), span);
    }

    private static bool IsPartOfDay(Meaning said) => said.Has(Feature.Weak) && said[Feature.Every] == 1;

    private static bool IsExact(Meaning said) => said.Parts(Role.Time).Any(t => t.Has(Feature.Hour) || t.Part(Role.From) is not null);

    private static int Between(Meaning said)
    {
        if (said.Part(Role.From)?[Feature.Days] is not { } from || said.Part(Role.To)?[Feature.Days] is not { } to) return 0;
        var set = 0;
        for (var day = BitOperations.TrailingZeroCount(from); ; day = (day + 1) % 7)
        {
            set |= 1 << day;
            if (1 << day == to) return set;
        }
    }

    private static IEnumerable<string> ByDay(int days, int ranks)
    {
        for (var rank = 1; rank <= 6; rank++)
        {
            if (ranks != 0 && (ranks & (1 << (rank - 1))) == 0) continue;
            for (var day = 0; day < 7; day++)
                if ((days & (1 << day)) != 0) yield return (ranks == 0 ? "" : rank == 6 ? "-1" : rank.ToString(CultureInfo.InvariantCulture)) + Names[day];
            if (ranks == 0) yield break;
        }
    }

    private static (LocalTime From, LocalTime Until)? Hours(Meaning said, bool evening)
    {
        // The hour before the part of the day it lies in: "tous les soirs vers 19 h".
        var times = said.Parts(Role.Time).ToList();
        var time = times.Find(t => t.Has(Feature.Hour) || t.Part(Role.From) is not null) ?? (times.Count > 0 ? times[0] : said);
        if (time.Part(Role.From) is { } from && time.Part(Role.To) is { } to && from.Has(Feature.Hour))
            return Clock.Range(from, to, evening, time[Feature.Half]) is var (start, end) ? (At(start), At(end)) : null;
        if (time.Has(Feature.Hour) && Clock.Minutes(time, evening || times.Exists(t => t[Feature.From] >= 18 * 60)) is [var minute, ..])
            return (Side)(time[Feature.Side] ?? 0) switch
            {
                Side.Before or Side.Until => (At(8 * 60), At(minute)),
                Side.From or Side.After => (At(minute), At(21 * 60)),
                _ => (At(minute), At(minute)),
            };
        return time[Feature.From] is { } first && time[Feature.Until] is { } last ? (At(first), At(last)) : null;
    }

    private static LocalTime At(int minute) => LocalTime.FromMinutesSinceMidnight(minute % Clock.Day);
}
