using Tisserand.Bench;
using Tisserand.Bench.Ranking;

return args switch
{
    ["ranking", .. var options] when Options.TryRead(options, RankingBenchmark.Defaults, out var read) => RankingBenchmark.Run(read),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project bench/Tisserand.Bench -- BENCHMARK [--option whole number]…

        ranking   the ten best of a pool for one request, with reasons
                  --seed 1  --volunteers 100000  --requests 3000  --linq-requests 30
        """);
    return 2;
}
