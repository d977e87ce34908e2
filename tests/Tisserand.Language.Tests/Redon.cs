using NodaTime;
using NodaTime.Text;
using Tisserand.France;

namespace Tisserand.Language.Tests;

/// <summary>Where and when the phrases of these tests are said.</summary>
internal static class Redon
{
    public static readonly FrenchCalendar Calendar = new(HolidayVariant.Metropole, SchoolZone.B, SchoolHolidays.Shipped);

    /// <summary>A Tuesday.</summary>
    public static readonly LocalDateTime Tuesday = new(2026, 3, 10, 9, 0);

    public static TimesFound Times(string text, LocalDateTime? at = null) => Language.Times.Read(ReadText.From(text), at ?? Tuesday, Calendar);

    public static FreeTimesFound Free(string text) => FreeTimes.Read(ReadText.From(text), Tuesday.Date, Calendar);

    public static LocalDateTime At(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    /// <summary>"start/end", a missing side empty; readings that are assumed with "~" before them.</summary>
    public static string Written(TimesFound found) => string.Join(' ', found.When.Select(w => $"{(w.Assumed ? "~" : "")}{Iso(w.Start)}/{Iso(w.End)}"));

    private static string Iso(LocalDateTime? time) => time is { } t ? LocalDateTimePattern.CreateWithInvariantCulture("MM-dd'T'HH:mm").Format(t) : "";
}
