using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>On which day.</summary>
public sealed class JourModel(Asking asking, TimeProvider time) : QuestionPage(asking, "jour")
{
    private const int FarthestDays = 365;

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    public IReadOnlyList<Choice> Days =>
    [
        new("today", Words.Ask["Day_today", AskedTime.Say(Today, withYear: false)]),
        new("tomorrow", Words.Ask["Day_tomorrow", AskedTime.Say(Today.PlusDays(1), withYear: false)]),
        new("any", Words.Ask["Day_any"]),
        new("other", Words.Ask["Day_other"]),
    ];

    private LocalDate Today => time.Now().LocalDay();

    protected override void Show(Answers before)
    {
        // "Tomorrow" said before midnight is no longer tomorrow: it comes back as its date.
        var on = AskedTime.DayOf(before);
        Day = before.Day is "today" && on != Today || before.Day is "tomorrow" && on != Today.PlusDays(1) ? "other" : before.Day;
        Date = Day == "other" && on is { } day ? AskedTime.Say(day) : null;
    }

    protected override Task<Answers?> ReadAsync(CancellationToken ct)
    {
        var typed = !string.IsNullOrWhiteSpace(Date);
        if (typed && string.IsNullOrEmpty(Day)) Day = "other";
        if (Days.All(d => d.Value != Day)) Wrong(nameof(Day), "Day_Missing");
        else if (typed && Day != "other" && !IsAsBefore) Wrong(nameof(Date), "Day_Both");
        var on = Day switch
        {
            "today" => Today,
            "tomorrow" => Today.PlusDays(1),
            "other" => Read(),
            _ => (LocalDate?)null,
        };
        return Task.FromResult<Answers?>(Answers with { Day = Day, On = on?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) });
    }

    // The field still holds the day she is replacing by another answer.
    private bool IsAsBefore => AskedTime.DayOf(Answers) is { } before && Date == AskedTime.Say(before);

    private LocalDate? Read()
    {
        if (string.IsNullOrWhiteSpace(Date))
        {
            Wrong(nameof(Date), "Day_Unsaid");
            return null;
        }

        var read = FrenchDates.Read(Date, Today);
        if (read is not DateReading.Day { Date: var day })
        {
            ModelState.AddModelError(nameof(Date), read.Problem()!);
            return null;
        }

        if (day < Today) Wrong(nameof(Date), "Day_Past");
        else if (day > Today.PlusDays(FarthestDays)) Wrong(nameof(Date), "Day_Far");
        return day;
    }
}
