using Tisserand.Language;

namespace Tisserand.Bench.Language;

/// <summary>The exam of what is understood, with its targets; the phrases kept aside are scored apart.</summary>
public static class LanguageBenchmark
{
    public static IReadOnlyDictionary<string, int> Defaults { get; } = new Dictionary<string, int> { ["errors"] = 1, ["aside"] = 2 };

    public static int Run(IReadOnlyDictionary<string, int> options)
    {
        Console.WriteLine(Machine.Line());
        foreach (var file in (string[])["times.txt", "times.aside.txt", "messages.txt", "recognizers.txt"])
            Times(file, file.Contains("aside", StringComparison.Ordinal) && options["aside"] != 1 ? 0 : options["errors"]);
        Public(options["errors"]);
        foreach (var file in (string[])["availability.txt", "availability.aside.txt", "availability.later.txt",
            "availability.fresh.txt", "availability.fresh.aside.txt"])
            Availability(file, file.Contains("aside", StringComparison.Ordinal) && options["aside"] != 1 ? 0 : options["errors"]);
        return 0;
    }

    private static void Availability(string file, int errors)
    {
        var marks = Exam.Read(file).Select(AvailabilityExam.Mark).ToList();
        Console.WriteLine($"\n{file}: {marks.Count} phrases");
        Line("same hours over a year", marks.Count(m => m.SameHours), marks.Count, "≥ 85 %");
        Line("wrong but sure", marks.Count(m => m.SureAndWrong), marks.Count, "≤ 3 %");
        Line("asks when it must", marks.Count(m => m.MustAsk && m.Asked), marks.Count(m => m.MustAsk), "≥ 90 %");
        Line("asks without need", marks.Count(m => !m.MustAsk && m.Asked), marks.Count(m => !m.MustAsk), "≤ 10 %");
        var timings = Timings.Of(marks.Select(m => m.Phrase).ToList(), marks.Count, p => AvailabilityExam.Read(p));
        Console.WriteLine($"  {"time per text: median, 99 %",-46} {timings.Percentile(0.5):0.00} ms, {timings.Percentile(0.99):0.00} ms   target ≤ 5 ms");
        foreach (var m in marks.Where(m => !m.SameHours || m.Asked != m.MustAsk).Take(errors <= 1 ? 0 : errors))
            Console.WriteLine($"    {m.Phrase.Text}\n        expected {m.Phrase.Expected}\n        got      {m.Got}");
    }

    private static void Times(string file, int errors)
    {
        var marks = Exam.Read(file).Select(TimesExam.Mark).ToList();
        Console.WriteLine($"\n{file}: {marks.Count} phrases");
        Line("dates all right and nothing else claimed", marks.Count(m => m.DatesRight && (m.Asked || !m.MustAsk)), marks.Count, "≥ 85 %");
        Line("wrong but sure", marks.Count(m => m.SureAndWrong), marks.Count, "≤ 5 %");
        Line("asks when it must", marks.Count(m => m.MustAsk && m.Asked), marks.Count(m => m.MustAsk), "≥ 90 %");
        Line("asks without need", marks.Count(m => !m.MustAsk && m.Asked), marks.Count(m => !m.MustAsk), "≤ 10 %");
        Line("recurrence", marks.Count(m => m.RecurrenceRight == true), marks.Count(m => m.RecurrenceRight is not null), "≥ 80 %");
        Line("duration", marks.Count(m => m.DurationRight == true), marks.Count(m => m.DurationRight is not null), "≥ 85 %");
        var timings = Timings.Of(marks.Select(m => m.Phrase).ToList(), marks.Count, p => TimesExam.Read(p));
        Console.WriteLine($"  {"time per message: median, 99 %",-46} {timings.Percentile(0.5):0.00} ms, {timings.Percentile(0.99):0.00} ms   target ≤ 5 ms");
        foreach (var m in marks.Where(m => !m.Right).Take(errors <= 1 ? 0 : errors))
            Console.WriteLine($"    {m.Phrase.At:MM-dd'T'HH:mm} {m.Phrase.Text}\n        expected {m.Phrase.Expected}\n        got      {m.Got}");
    }

    private static void Public(int errors)
    {
        var marks = PublicPhrases.All().Select(p => (Phrase: p, Found: PublicPhrases.Read(p))).Select(m => (m.Phrase, m.Found, Right: PublicPhrases.IsRight(m.Phrase, m.Found))).ToList();
        Console.WriteLine($"\nrecognizers-public.jsonl, as its authors resolve them: {marks.Count} phrases");
        var (instants, spans, sets) = (marks.Where(m => PublicPhrases.IsInstant(m.Phrase)).ToList(), marks.Where(m => m.Phrase.Kind.EndsWith("range", StringComparison.Ordinal)).ToList(), marks.Where(m => m.Phrase.Kind == "set").ToList());
        Line("instants", instants.Count(m => m.Right), instants.Count, "≥ 90 %");
        Line("intervals", spans.Count(m => m.Right), spans.Count, "≥ 80 %");
        Line("wrong but sure", instants.Concat(spans).Count(m => !m.Right && PublicPhrases.IsSure(m.Found)), instants.Count + spans.Count, "≤ 5 %");
        Line("recurrences", sets.Count(m => m.Right), sets.Count, "≥ 80 %");
        foreach (var m in marks.Where(m => !m.Right).Take(errors <= 1 ? 0 : errors))
            Console.WriteLine($"    {m.Phrase.At} {m.Phrase.Text}\n        got {string.Join(' ', m.Found.When.Select(w => $"{w.Start}/{w.End}{(w.Assumed ? "?" : "")}"))} {m.Found.Recurrence?.Rule}");
    }

    private static void Line(string what, int right, int all, string target) =>
        Console.WriteLine($"  {what,-46} {right,4}/{all,-4} {(all == 0 ? 0 : 100.0 * right / all),5:0.0} %   target {target}");
}
