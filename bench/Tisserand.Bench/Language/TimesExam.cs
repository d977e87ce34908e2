using System.Globalization;
using NodaTime;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.Bench.Language;

/// <summary>How one phrase was understood.</summary>
public sealed record TimesMark(ExamPhrase Phrase, string Got, bool DatesRight, bool SureAndWrong, bool MustAsk, bool Asked, bool? RecurrenceRight, bool? DurationRight)
{
    public bool Right => DatesRight && (Asked == MustAsk) && RecurrenceRight != false && DurationRight != false;
}

/// <summary>Marks an exam of phrases of time. Expected: spans; "?" when it must ask, then the readings; "R=WEEKLY;BYDAY=TU;
/// W=08:00-12:00;E=SH;x2" a recurrence; "D=90" minutes; "-" nothing.</summary>
public static class TimesExam
{
    public static readonly FrenchCalendar Redon = new(HolidayVariant.Metropole, SchoolZone.B, SchoolHolidays.Shipped);

    public static TimesFound Read(ExamPhrase phrase) => Times.Read(ReadText.From(phrase.Text), phrase.At, Redon);

    public static TimesMark Mark(ExamPhrase phrase)
    {
        var found = Read(phrase);
        var (spans, recurrence, duration, ask) = Expected(phrase);
        var got = found.When.Select(w => $"{Iso(w.Start)}/{Iso(w.End)}").ToList();
        var asked = found.Questions.Count > 0 || found.When.Any(w => w.Assumed);
        // A phrase that must ask may leave its readings open; what it gives must be among them.
        var dates = ask ? spans.Count == 0 || got.Order().SequenceEqual(spans.Order()) : got.SequenceEqual(spans);
        var sureAndWrong = ask ? !asked && got.Count > 0 : !dates && !asked && got.Count > 0;
        return new(phrase, Show(found), dates, sureAndWrong, ask, asked,
            recurrence is null && found.Recurrence is null ? null : recurrence == Write(found.Recurrence),
            duration is null && found.Duration is null ? null : duration == found.Duration?.Minutes);
    }

    private static (List<string> Spans, string? Recurrence, int? Duration, bool Ask) Expected(ExamPhrase phrase)
    {
        var (spans, recurrence, duration, ask) = (new List<string>(), (string?)null, (int?)null, false);
        foreach (var word in phrase.Expected.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries))
            if (word == "?") ask = true;
            else if (word.StartsWith("R=", StringComparison.Ordinal)) recurrence = word[2..];
            else if (word.StartsWith("D=", StringComparison.Ordinal)) duration = int.Parse(word[2..], CultureInfo.InvariantCulture);
            else if (word != "-") spans.Add(Exam.Span(word, phrase.At));
        return (spans, recurrence, duration, ask);
    }

    private static string? Write(RecurrenceFound? r)
    {
        if (r is null) return null;
        var parts = new List<string> { r.Rule.Replace("FREQ=", "", StringComparison.Ordinal) };
        if (r.Times > 1) parts.Add($"x{r.Times}");
        if (r is { From: { } from, Until: { } until }) parts.Add($"W={from:HH:mm}-{until:HH:mm}");
        if (r.Except != HolidayKinds.None) parts.Add("E=" + (r.Except == HolidayKinds.School ? "SH" : r.Except == HolidayKinds.Public ? "PH" : "SH,PH"));
        return string.Join(';', parts);
    }

    private static string Iso(LocalDateTime? time) => time?.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string Show(TimesFound found) => string.Join(' ',
        found.When.Select(w => $"{(w.Assumed ? "~" : "")}{Iso(w.Start)}/{Iso(w.End)}")
            .Concat(found.Recurrence is { } r ? ["R=" + Write(r)] : [])
            .Concat(found.Duration is { } d ? [$"D={d.Minutes}"] : [])
            .Concat(found.Questions.Select(q => $"[{q.Code}: {q.French}]")));
}
