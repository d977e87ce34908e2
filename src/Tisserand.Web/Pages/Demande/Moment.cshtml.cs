using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>At what time of that day.</summary>
public sealed class MomentModel(Asking asking, TimeProvider time) : QuestionPage(asking, "moment")
{
    public static IReadOnlyList<Choice> Parts => [.. AskedTime.PartNames.Append("hour").Select(p => new Choice(p, Words.Ask["Moment_" + p]))];

    /// <summary>Key of the question: a trip has an hour of arrival.</summary>
    public string Asked => Answers.IsTrip ? "Moment_Trip" : "Moment";

    [BindProperty]
    public string? Part { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    protected override void Show(Answers before) => (Part, Hour) = (before.Moment, HourShown(before));

    protected override Task<Answers?> ReadAsync(CancellationToken ct)
    {
        var typed = !string.IsNullOrWhiteSpace(Hour);
        if (typed && string.IsNullOrEmpty(Part)) Part = "hour";
        if (Parts.All(p => p.Value != Part)) Wrong(nameof(Part), "Moment_Missing");
        else if (typed && Part != "hour" && Hour != HourShown(Answers)) Wrong(nameof(Hour), "Moment_Both");

        var hour = Part == "hour" ? FrenchTimes.Read(Hour) : null;
        if (Part == "hour" && hour is null) ModelState.AddModelError(nameof(Hour), Words.Shared["Time_Unreadable"]);
        var answers = Answers with { Moment = Part, Hour = hour?.ToString("HH:mm", CultureInfo.InvariantCulture) };
        if (ModelState.IsValid && AskedTime.IsOver(answers, time.Now().Local())) Wrong(Part == "hour" ? nameof(Hour) : nameof(Part), "Moment_Past");
        return Task.FromResult<Answers?>(answers);
    }

    private static string? HourShown(Answers answers) => AskedTime.HourOf(answers) is { } hour ? AskedTime.Say(hour) : null;
}
