using System.Globalization;
using NodaTime;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>How long something has waited, and days and hours, in the reader's language.</summary>
public static class Ages
{
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr";

    private static bool IsEnglish => Language == "en";

    /// <summary>« depuis 3 h »: minutes up to an hour, hours up to two days, then days.</summary>
    public static string Since(Instant then, Instant now)
    {
        var waited = now - then;
        return waited < Duration.FromMinutes(1) ? Words.Daily["Age_Now"]
            : waited < Duration.FromHours(1) ? Words.Daily["Age_Minutes", (int)waited.TotalMinutes]
            : waited < Duration.FromHours(48) ? Words.Daily["Age_Hours", (int)waited.TotalHours]
            : Words.Daily["Age_Days", (int)waited.TotalDays];
    }

    public static string At(Instant instant) => IsEnglish ? EnglishText.DateTime(instant.Local()) : FrenchText.DateTime(instant.Local());

    public static string Hour(Instant instant) => Hour(instant.Local().TimeOfDay);

    public static string Hour(LocalTime time) => IsEnglish ? EnglishText.Time(time) : FrenchText.Time(time);

    public static string Day(LocalDate date) => IsEnglish ? EnglishText.Date(date) : FrenchText.Date(date);

    public static string ShortDay(LocalDate date) => IsEnglish ? EnglishText.ShortDate(date, withYear: false) : FrenchText.ShortDate(date, withYear: false);

    public static string Length(int minutes) => IsEnglish ? EnglishText.Length(Duration.FromMinutes(minutes)) : FrenchText.Length(Duration.FromMinutes(minutes));
}
