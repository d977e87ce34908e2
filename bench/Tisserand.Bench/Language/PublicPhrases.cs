using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Tisserand.Language;

namespace Tisserand.Bench.Language;

/// <summary>One phrase of a public corpus, as its authors resolve it.</summary>
/// <param name="Kind">date, datetime, daterange, datetimerange or set.</param>
/// <param name="Readings">Start and end of each reading, the one to come last; "day" ends with the day that begins it.</param>
/// <param name="Timex">What comes back; null for the others.</param>
public sealed record PublicPhrase(string Text, string At, string Kind, string?[][]? Readings, string? Timex);

/// <summary>Marks the phrases of recognizers-public.jsonl against what their authors say, French hours and inclusive ends aside.</summary>
public static class PublicPhrases
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static IReadOnlyList<PublicPhrase> All()
    {
        using var reader = new StreamReader(typeof(PublicPhrases).Assembly.GetManifestResourceStream("recognizers-public.jsonl")!);
        var phrases = new List<PublicPhrase>();
        while (reader.ReadLine() is { } line) phrases.Add(JsonSerializer.Deserialize<PublicPhrase>(line, Web)!);
        return phrases;
    }

    public static bool IsInstant(PublicPhrase phrase) => phrase.Kind is "date" or "datetime";

    public static TimesFound Read(PublicPhrase phrase) => Times.Read(ReadText.From(phrase.Text), Minute.Parse(phrase.At).Value, TimesExam.Redon);

    /// <summary>One time is claimed, and it is among the readings.</summary>
    public static bool IsRight(PublicPhrase phrase, TimesFound found) => phrase.Kind == "set"
        ? found.Recurrence is { } r && Rule(phrase.Timex!) == (r.Rule, r.From is { } from && from == r.Until ? from.ToString("HH:mm", CultureInfo.InvariantCulture) : null)
        : found.When.Count > 0 && found.When.Count(w => !w.Assumed) <= 1 && found.When.Any(w => phrase.Readings!.Any(r => Same(w, r, phrase.Kind)));

    public static bool IsSure(TimesFound found) => found.Questions.Count == 0 && found.When.Any(w => !w.Assumed);

    private static bool Same(TimeFound found, string?[] reading, string kind)
    {
        var start = Parse(reading[0]);
        var end = reading[1] == "day" ? start?.PlusDays(1) : Parse(reading[1]);
        if (kind == "datetimerange" && start is { } at && found.Start is { } from && IsPartOfDay(at.Hour, end)) return at.Date == from.Date;   // their morning is not ours
        return found.Start == start && (found.End == end || kind == "daterange" && end is not null && found.End == end.Value.PlusDays(1));
    }

    private static bool IsPartOfDay(int hour, LocalDateTime? end) => hour is 0 or 8 or 12 or 16 or 20 && end is { } e && (e.Hour is 12 or 16 or 20 || e.Hour == 23);

    private static LocalDateTime? Parse(string? time) => time is null ? null : Minute.Parse(time).Value;

    /// <summary>P2W, XXXX-WXX-7T09, T16; null for what no rule can keep.</summary>
    private static (string Rule, string? Hour)? Rule(string timex)
    {
        if (timex.StartsWith('P'))
        {
            var count = int.Parse(timex[1..^1], CultureInfo.InvariantCulture) * (timex[^1] == 'Y' ? 12 : 1);
            return ((timex[^1] switch { 'D' => "FREQ=DAILY", 'W' => "FREQ=WEEKLY", _ => "FREQ=MONTHLY" }) + (count > 1 ? $";INTERVAL={count}" : ""), null);
        }
        var hour = timex.Contains('T', StringComparison.Ordinal) && char.IsAsciiDigit(timex[^1]) ? timex[(timex.IndexOf('T', StringComparison.Ordinal) + 1)..] + ":00" : null;
        if (timex.StartsWith('T')) return ("FREQ=DAILY", hour);
        return timex.StartsWith("XXXX-WXX-", StringComparison.Ordinal) ? ("FREQ=WEEKLY;BYDAY=" + Days[timex[9] - '1'], hour) : null;
    }
}
