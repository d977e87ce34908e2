using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tisserand.App.Requests;
using Tisserand.France;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>When help is wanted: from the answers to what a request holds, and to what is read back.</summary>
public static class AskedTime
{
    /// <summary>"Whenever you can" reaches from tomorrow to here, in days.</summary>
    private const int Whenever = 13;

    private static readonly Dictionary<string, (LocalTime From, LocalTime Until)> Parts = new()
    {
        ["morning"] = (new(8, 0), new(12, 0)), ["noon"] = (new(12, 0), new(14, 0)), ["afternoon"] = (new(14, 0), new(18, 0)),
        ["evening"] = (new(18, 0), new(21, 0)), ["day"] = (new(8, 0), new(21, 0)),
    };

    public static IReadOnlyCollection<string> PartNames => Parts.Keys;

    /// <summary>The part of the day that reaches from one hour to the other; null where none does.</summary>
    public static string? PartBetween(LocalTime from, LocalTime until) => Parts.FirstOrDefault(p => p.Value == (from, until)).Key;

    public static LocalDate? DayOf(Answers answers) => answers.On is { } on && LocalDatePattern.Iso.Parse(on) is { Success: true } read ? read.Value : null;

    public static LocalTime? HourOf(Answers answers) =>
        answers.Hour is { } hour && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(hour) is { Success: true } read ? read.Value : null;

    /// <param name="answers">Day and moment are answered.</param>
    /// <param name="now">In France.</param>
    public static WantedTime Of(Answers answers, LocalDateTime now)
    {
        if (DayOf(answers) is not { } day)
            return new WantedTime.Between(now.Date.PlusDays(1) + Parts["day"].From, now.Date.PlusDays(Whenever) + Parts["day"].Until);
        if (HourOf(answers) is { } hour) return answers.IsTrip ? new WantedTime.Appointment(day + hour, PickUp: null) : new WantedTime.At(day + hour);
        var (from, until) = Parts.GetValueOrDefault(answers.Moment ?? "", Parts["day"]);
        var earliest = day + from;
        return new WantedTime.Between(earliest < now && now < day + until ? now : earliest, day + until);
    }

    /// <summary>Nothing can begin then any more.</summary>
    public static bool IsOver(Answers answers, LocalDateTime now) => Of(answers, now) switch
    {
        WantedTime.At at => at.Start <= now,
        WantedTime.Appointment at => at.Hour <= now,
        WantedTime.Between span => span.Latest <= now,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>« mardi 1er décembre 2026, le matin ».</summary>
    public static string Say(Answers answers) => DayOf(answers) is not { } day ? Words.Ask["When_any"]
        : Words.Ask["When", Say(day), HourOf(answers) is { } hour ? Words.Ask["When_hour", Say(hour)] : Words.Ask["When_" + (answers.Moment ?? "day")]];

    public static string Say(LocalDate day, bool withYear = true) => IsEnglish ? EnglishText.Date(day, withYear) : FrenchText.Date(day, withYear);

    public static string Say(LocalTime hour) => IsEnglish ? EnglishText.Time(hour) : FrenchText.Time(hour);

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
