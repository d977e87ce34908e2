using NodaTime;

namespace Tisserand.France;

/// <summary>When a volunteer is free: weekly hours, between two days, one week in two.</summary>
/// <param name="Hours">The notation.</param>
/// <param name="From">First day it holds; null since ever.</param>
/// <param name="Until">First day it no longer holds (excluded); null for ever.</param>
/// <param name="EveryOtherWeekFrom">Any day of a week that counts (Monday to Sunday); then every second week counts,
/// before and after, without regard to week numbers: 2026 has 53 weeks, so odd follows odd at New Year and "odd
/// weeks" would soon be the wrong ones. Null for every week. It only sets the rhythm; <paramref name="From"/> sets the start.</param>
public sealed record Availability(
    OpeningHours Hours, LocalDate? From = null, LocalDate? Until = null, LocalDate? EveryOtherWeekFrom = null)
{
    /// <summary>Whether the period and the rhythm include a day, whatever its hours.</summary>
    public bool Covers(LocalDate date) =>
        (From is not { } from || date >= from)
        && (Until is not { } until || date < until)
        && (EveryOtherWeekFrom is not { } week || Period.DaysBetween(Monday(week), Monday(date)) % 14 == 0);

    /// <summary>The hours of a day in local time, sorted and apart; empty when not free.</summary>
    public IReadOnlyList<DayHours> On(LocalDate date, FrenchCalendar calendar) =>
        Covers(date) ? Hours.On(date, calendar) : [];

    /// <summary>As <see cref="OpeningHours.Intervals"/>.</summary>
    public IReadOnlyList<Interval> Intervals(LocalDate first, LocalDate last, FrenchCalendar calendar, DateTimeZone zone) =>
        OpenIntervals.Of(first, last, date => On(date, calendar), zone);

    /// <summary>When at least one of several availabilities holds: "every Monday, and one Thursday in two" is two of them.</summary>
    public static IReadOnlyList<Interval> IntervalsOfAny(
        IEnumerable<Availability> all, LocalDate first, LocalDate last, FrenchCalendar calendar, DateTimeZone zone) =>
        OpenIntervals.Merged(all.SelectMany(a => a.Intervals(first, last, calendar, zone)));

    /// <summary>« le mardi, de 14 h à 18 h, une semaine sur deux (dont celle du 30 novembre 2026), jusqu'au 31 mars 2027 ».</summary>
    public string ToFrench() => OpeningHoursSentence.Of(this, OpeningHoursInFrench.Words);

    /// <summary>The same in English.</summary>
    public string ToEnglish() => OpeningHoursSentence.Of(this, OpeningHoursInEnglish.Words);

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
