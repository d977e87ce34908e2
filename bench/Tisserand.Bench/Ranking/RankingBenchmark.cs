using System.Diagnostics;
using System.Globalization;
using Tisserand.France;
using Tisserand.Matching;
using Tisserand.Matching.Tests.Ranking;

namespace Tisserand.Bench.Ranking;

/// <summary>The ten best of a large pool for one request, reasons said in French: a LINQ query, a plain scan, and ours.</summary>
internal static class RankingBenchmark
{
    private const int Take = 10;

    public static readonly IReadOnlyDictionary<string, int> Defaults = new Dictionary<string, int>
    {
        ["seed"] = 1,
        ["volunteers"] = 100_000,
        ["requests"] = 3_000,
        ["linq-requests"] = 30,
    };

    public static int Run(IReadOnlyDictionary<string, int> options)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine(Machine.Line());
        Console.WriteLine("dotnet run -c Release --project bench/Tisserand.Bench -- ranking "
            + string.Join(' ', options.Select(o => $"--{o.Key} {o.Value}")));

        var realistic = new RealisticPool(options["seed"]);
        List<Candidate> pool = [.. Enumerable.Range(0, options["volunteers"]).Select(realistic.Volunteer)];
        List<Need> needs = [.. Enumerable.Range(0, options["requests"]).Select(realistic.Request)];
        var from = Stopwatch.GetTimestamp();
        var index = CandidateIndex.Build(pool, CardFile.Default, realistic.Options);
        Console.WriteLine($"index built in {Stopwatch.GetElapsedTime(from).TotalSeconds:0.0} s; Brittany and the Loire country, 14 days, "
            + $"{needs.Take(50).Average(n => index.Rank(n, pool.Count).Best.Count):0} eligible per request on average");

        var wording = new Wording(CultureInfo.GetCultureInfo("fr"), needs[0].Zone);
        var plain = new LinqRanking(pool, CardFile.Default, index.Rarity, CommuneTable.Shipped);
        var scan = new PlainScan(index);
        var few = needs.Take(options["linq-requests"]).ToList();
        var same = few.Count(n => plain.Best(n, Take).Select(p => p.Id).SequenceEqual(index.Rank(n, Take).Best.Select(c => c.Who.Id)))
            + needs.Count(n => scan.Best(n, Take).SequenceEqual(index.Rank(n, Take).Best.Select(c => c.Who.Id)));

        Console.WriteLine();
        Console.WriteLine($"{"ten best",-34}{"requests",9}{"p50 ms",10}{"p99 ms",10}{"max ms",10}{"kB each",9}");
        Row("LINQ, no reasons", Timings.Of(few, 3, n => plain.Best(n, Take)));
        Row("plain scan of columns, no reasons", Timings.Of(needs, 200, n => scan.Best(n, Take)));
        Row("Tisserand, with reasons in French", Timings.Of(needs, 2_000, n =>
        {
            foreach (var ranked in index.Rank(n, Take).Best) wording.Reasons(ranked);
        }));
        Console.WriteLine($"{"target",-34}{"",9}{0.5,10:0.000}{1.5,10:0.000}");
        var territory = pool.Take(200).ToList();
        Row("index of a territory of 200", Timings.Of(Enumerable.Range(0, 300).ToList(), 100,
            _ => CandidateIndex.Build(territory, CardFile.Default, realistic.Options)));
        Console.WriteLine($"\nsame ten as LINQ and as the scan: {same} of {few.Count + needs.Count}");
        return same == few.Count + needs.Count ? 0 : 1;
    }

    private static void Row(string name, Timings t) => Console.WriteLine(
        $"{name,-34}{t.Count,9}{t.Percentile(0.5),10:0.000}{t.Percentile(0.99),10:0.000}{t.Percentile(1),10:0.000}{t.Allocated / 1024.0,9:0.0}");
}
