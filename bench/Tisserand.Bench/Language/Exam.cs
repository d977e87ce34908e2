using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Tisserand.Bench.Language;

/// <summary>A phrase with what it means, as a line of an exam file has it.</summary>
/// <param name="At">When it is said.</param>
/// <param name="Expected">Behind "=>".</param>
public sealed record ExamPhrase(LocalDateTime At, string Text, string Expected);

/// <summary>Exam files: "@ time" for the lines below it, then "phrase => meaning".</summary>
public static class Exam
{
    public static IReadOnlyList<ExamPhrase> Read(string file)
    {
        using var reader = new StreamReader(typeof(Exam).Assembly.GetManifestResourceStream(file)!);
        var phrases = new List<ExamPhrase>();
        var at = default(LocalDateTime);
        while (reader.ReadLine() is { } line)
            if (line.StartsWith('@')) at = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(line[1..].Trim()).Value;
            else if (line.LastIndexOf(" => ", StringComparison.Ordinal) is var arrow and > 0) phrases.Add(new(at, line[..arrow], line[(arrow + 4)..]));
        return phrases;
    }

    /// <summary>"03-12T14:30", "03-12", "03-12T08:00/12:00", "03-12/03-15", "../03-13", "03-13/..", each with a year when it is
    /// not that of <paramref name="at"/>; as "start/end".</summary>
    public static string Span(string text, LocalDateTime at)
    {
        var sides = text.Split('/');
        if (sides.Length == 1) return text.Contains('T', StringComparison.Ordinal) ? $"{Full(text, at)}/{Full(text, at)}" : $"{Full(text, at)}/{Full(text, at, 1)}";
        var end = sides[1].Contains(':', StringComparison.Ordinal) && !sides[1].Contains('T', StringComparison.Ordinal) ? $"{sides[0].Split('T')[0]}T{sides[1]}" : sides[1];
        return $"{Full(sides[0], at)}/{Full(end, at)}";
    }

    private static string Full(string text, LocalDateTime at, int plusDays = 0)
    {
        if (text == "..") return "";
        if (text.Split('T')[0].Length == 5) text = at.Year.ToString(CultureInfo.InvariantCulture) + "-" + text;
        if (text.Contains('T', StringComparison.Ordinal)) return text;
        return LocalDatePattern.Iso.Parse(text).Value.PlusDays(plusDays).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) + "T00:00";
    }
}
