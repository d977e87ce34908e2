using NodaTime;

namespace Tisserand.France;

/// <summary>When somebody is free, in a subset of OpenStreetMap's opening_hours: rules in order, the last one that
/// names a day decides it; a day that no rule names is closed. Immutable, equal when written alike.</summary>
/// <remarks>Written: "Mo,Th 08:00-12:00; SH off". Specification: wiki.openstreetmap.org/wiki/Key:opening_hours/specification;
/// departures: a day without hours means 08:00–21:00, hours do not pass midnight, a later rule always replaces.</remarks>
public sealed class OpeningHours : IEquatable<OpeningHours>
{
    private readonly string _written;

    /// <param name="rules">At least one.</param>
    public OpeningHours(IEnumerable<OpeningRule> rules)
    {
        Rules = [.. rules];
        if (Rules.Count == 0) throw new ArgumentException("Opening hours have at least one rule.", nameof(rules));
        _written = string.Join("; ", Rules);
    }

    /// <summary>Never.</summary>
    public static OpeningHours Never { get; } = new([new(DaySelector.EveryDay, [])]);

    public IReadOnlyList<OpeningRule> Rules { get; }

    /// <summary>Whether some rule speaks of school holidays, so that their years should be loaded.</summary>
    public bool NamesSchoolHolidays => Rules.Any(r => r.Days.Holidays.HasFlag(HolidayKinds.School));

    /// <summary>Reads the notation.</summary>
    public static OpeningHoursReading Parse(string text) => OpeningHoursParser.Parse(text);

    /// <summary>The hours of a day in local time, sorted and apart; empty when closed.</summary>
    public IReadOnlyList<DayHours> On(LocalDate date, FrenchCalendar calendar)
    {
        for (var i = Rules.Count - 1; i >= 0; i--)
            if (Rules[i].Names(date, calendar)) return Rules[i].EffectiveHours;
        return [];
    }

    /// <summary>The open intervals of the days <paramref name="first"/> to <paramref name="last"/>, both included; sorted,
    /// joined where they touch.</summary>
    /// <remarks>A time skipped in spring moves forward by the gap, one lived twice in autumn means the first; hours
    /// that the gap swallows whole are dropped.</remarks>
    public IReadOnlyList<Interval> Intervals(LocalDate first, LocalDate last, FrenchCalendar calendar, DateTimeZone zone) =>
        OpenIntervals.Of(first, last, date => On(date, calendar), zone);

    /// <summary>« le lundi et le jeudi, de 8 h à 12 h, sauf pendant les vacances scolaires ».</summary>
    public string ToFrench() => OpeningHoursSentence.Of(this, OpeningHoursInFrench.Words);

    /// <summary>"Monday and Thursday, 8 am to noon, except during school holidays".</summary>
    public string ToEnglish() => OpeningHoursSentence.Of(this, OpeningHoursInEnglish.Words);

    public bool Equals(OpeningHours? other) => other is not null && _written == other._written;

    public override bool Equals(object? obj) => Equals(obj as OpeningHours);

    public override int GetHashCode() => _written.GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical notation, which <see cref="Parse"/> reads back to an equal value.</summary>
    public override string ToString() => _written;
}
