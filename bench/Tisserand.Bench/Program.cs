using Tisserand.Bench;
using Tisserand.Bench.Language;
using Tisserand.Bench.Races;
using Tisserand.Bench.Ranking;

return args switch
{
    ["ranking", .. var options] when Options.TryRead(options, RankingBenchmark.Defaults, out var read) => RankingBenchmark.Run(read),
    ["races", .. var options] when Options.TryRead(options, RacesBenchmark.Defaults, out var read) => await RacesBenchmark.RunAsync(read),
    ["language", .. var options] when Options.TryRead(options, LanguageBenchmark.Defaults, out var read) => LanguageBenchmark.Run(read),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project bench/Tisserand.Bench -- BENCHMARK [--option whole number]…

        ranking   the ten best of a pool for one request, with reasons
                  --seed 1  --volunteers 100000  --requests 3000  --linq-requests 30
        races     simultaneous yes to one place, and one volunteer's two yes at one hour
                  --rounds 1000  --callers 200
                  on SQLite, and on the PostgreSQL server of TISSERAND_TEST_POSTGRES
        language  dates, repetitions, lengths and availability of the phrases in bench/Tisserand.Bench/Language
                  --errors 1 (how many to show, from 2 on)  --aside 2 (1: show those of the phrases kept aside too)
        """);
    return 2;
}
