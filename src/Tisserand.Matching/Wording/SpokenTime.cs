using System.Globalization;
using NodaTime;

namespace Tisserand.Matching;

/// <summary>Hours and days as people say them, from the same resources as the sentences.</summary>
internal sealed class SpokenTime(CultureInfo culture, DateTimeZone zone)
{
    public string Weekday(int isoDay) => Word("Days", isoDay);

    public string DayAndHour(Instant instant)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return local.TimeOfDay == LocalTime.Midnight ? Day(local.Date) : $"{Day(local.Date)}, {Hour(local.TimeOfDay)}";
    }

    /// <summary>The last day before an excluded end.</summary>
    public string LastDay(Instant end) => Day((end - Duration.Epsilon).InZone(zone).Date);

    public string Span(Interval span)
    {
        var from = (span.HasStart ? span.Start : Instant.MinValue + Duration.FromDays(2)).InZone(zone).LocalDateTime;
        var until = (span.HasEnd ? span.End : Instant.MaxValue - Duration.FromDays(2)).InZone(zone).LocalDateTime;
        return from.Date == until.Date
            ? Say("Span_OneDay", Day(from.Date), Hour(from.TimeOfDay), Hour(until.TimeOfDay))
            : Say("Span_Days", Day(from.Date), Hour(from.TimeOfDay), Day(until.Date), Hour(until.TimeOfDay));
    }

    /// <summary>Hours up to two days, then days.</summary>
    public string Delay(double hours)
    {
        var (key, figure) = hours < 48 ? ("Delay_Hours", Math.Max(1, Math.Floor(hours))) : ("Delay_Days", Math.Floor(hours / 24));
        return string.Format(culture, Texts.Form(Texts.Get(key, culture), figure, culture), figure);
    }

    private string Day(LocalDate date) => Say("Date", Weekday((int)date.DayOfWeek), date.Day, Word("Months", date.Month));

    private string Hour(LocalTime time) => time.Minute == 0
        ? Say("Time_Hour", time.Hour)
        : Say("Time_Minutes", time.Hour, time.Minute.ToString("00", CultureInfo.InvariantCulture));

    private string Word(string key, int oneBased) => Texts.Get(key, culture).Split('|')[oneBased - 1];

    private string Say(string key, params ReadOnlySpan<object?> parts) => string.Format(culture, Texts.Get(key, culture), parts);
}
