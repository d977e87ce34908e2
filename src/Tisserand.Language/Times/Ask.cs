using System.Globalization;
using System.Resources;
using NodaTime;
using Tisserand.France;

namespace Tisserand.Language;

/// <summary>Questions, as they are read aloud; their sentences are in Questions.resx.</summary>
internal static class Ask
{
    private static readonly ResourceManager Sentences = new("Tisserand.Language.Times.Questions", typeof(Ask).Assembly);

    public static string HowLong => Say("HowLong");

    public static string HowOften => Say("HowOften");

    public static string WhichExceptions => Say("WhichExceptions");

    public static string WhichDay => Say("WhichDay");

    public static string NoSuchDay => Say("NoSuchDay");

    public static string WhatTime => Say("WhatTime");

    public static string WhenFree => Say("WhenFree");

    public static string WhichWeeks => Say("WhichWeeks");

    public static string WhichHalf => Say("WhichHalf");

    public static string UntilWhen => Say("UntilWhen");

    public static string WhichMidnight => Say("WhichMidnight");

    /// <summary>A time that the clocks skip or show twice.</summary>
    public static string SummerTime(LocalDateTime time) => Capital(Say("SummerTime", FrenchText.DateTime(time)));

    /// <summary>« Jeudi 12 mars ou jeudi 19 mars ? »; of one day only its hours.</summary>
    public static QuestionFound WhichOf(IReadOnlyList<(LocalDateTime? Start, LocalDateTime? End)> readings, TextSpan text)
    {
        var days = readings.Select(r => (r.Start ?? r.End)!.Value.Date).Distinct().Count();
        var instants = readings.All(r => r.Start == r.End);
        var choices = readings.Select(r => (r.Start ?? r.End)!.Value is var start && days == 1
            ? instants ? FrenchText.Time(start.TimeOfDay) : FrenchText.Hours(start.TimeOfDay, (r.End ?? start).TimeOfDay)
            : instants ? FrenchText.DateTime(start) : FrenchText.Date(start.Date, withYear: false)).Distinct();
        return new(days == 1 && readings.Count > 1 ? "time" : "when", text, Capital(FrenchText.List(choices, "ou") + " ?"));
    }

    private static string Capital(string sentence) => char.ToUpper(sentence[0], CultureInfo.InvariantCulture) + sentence[1..];

    private static string Say(string key, params object[] parts) =>
        string.Format(CultureInfo.InvariantCulture, Sentences.GetString(key, CultureInfo.InvariantCulture)!, parts);
}
