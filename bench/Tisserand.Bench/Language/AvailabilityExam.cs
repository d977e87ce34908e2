using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.Bench.Language;

/// <summary>How one availability was understood.</summary>
public sealed record AvailabilityMark(ExamPhrase Phrase, string Got, bool SameHours, bool SureAndWrong, bool MustAsk, bool Asked);

/// <summary>Marks an exam of availabilities. Expected: opening_hours, "from=" and "until=" dates; "?" when it must ask,
/// then the hours it may assume.</summary>
public static class AvailabilityExam
{
    public static FreeTimesFound Read(ExamPhrase phrase) => FreeTimes.Read(ReadText.From(phrase.Text), phrase.At.Date, TimesExam.Redon);

    public static AvailabilityMark Mark(ExamPhrase phrase)
    {
        var found = Read(phrase);
        var words = phrase.Expected.Split(' ');
        var ask = words[0] == "?";
        var hours = string.Join(' ', words.Where(w => w != "?" && !w.Contains('=', StringComparison.Ordinal)));
        var asked = found.Assumed || found.Questions.Count > 0;
        var same = hours.Length == 0 ? asked : found.Hours is not null && SameOverAYear(
            new(((OpeningHoursReading.Read)OpeningHours.Parse(hours)).Value, Date(words, "from="), Date(words, "until=")), new(found.Hours, found.From, found.Until), phrase.At.Date);
        return new(phrase, $"{found.Hours?.ToString() ?? "nothing"}{(found.From is { } f ? $" from={f:uuuu-MM-dd}" : "")}{(found.Until is { } u ? $" until={u:uuuu-MM-dd}" : "")}"
            + $"{(found.Assumed ? " assumed" : "")} {string.Join(' ', found.Questions.Select(q => $"[{q.French}]"))}",
            same, !asked && found.Hours is not null && (ask || !same), ask, asked);
    }

    private static bool SameOverAYear(Availability a, Availability b, LocalDate from) =>
        Enumerable.Range(0, 366).Select(from.PlusDays).All(d => a.On(d, TimesExam.Redon).SequenceEqual(b.On(d, TimesExam.Redon)));

    private static LocalDate? Date(string[] words, string name) =>
        words.FirstOrDefault(w => w.StartsWith(name, StringComparison.Ordinal)) is { } word ? LocalDatePattern.Iso.Parse(word[name.Length..]).Value : null;
}
