using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Tisserand.App.Proposals;

namespace Tisserand.Bench.Races;

/// <summary>Simultaneous yes: exactly one winner per place, and no two visits of one volunteer at one hour, on both databases, every commit on the disk.</summary>
internal static class RacesBenchmark
{
    public static readonly IReadOnlyDictionary<string, int> Defaults = new Dictionary<string, int>
    {
        ["rounds"] = 1_000,
        ["callers"] = 200,
    };

    public static async Task<int> RunAsync(IReadOnlyDictionary<string, int> options)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine(Machine.Line().Replace(", one used", "", StringComparison.Ordinal));
        Console.WriteLine("dotnet run -c Release --project bench/Tisserand.Bench -- races " + string.Join(' ', options.Select(o => $"--{o.Key} {o.Value}")));
        Console.WriteLine();
        Console.WriteLine($"{"race",-46}{"rounds",8}{"right",8}{"late yes",10}{"busy",7}{"ms/round",10}");

        var right = await OnAsync("SQLite", null, options);
        if (Environment.GetEnvironmentVariable("TISSERAND_TEST_POSTGRES") is { Length: > 0 } server) right &= await OnAsync("PostgreSQL", server, options);
        else Console.WriteLine("PostgreSQL: not run, TISSERAND_TEST_POSTGRES is not set");
        return right ? 0 : 1;
    }

    private static async Task<bool> OnAsync(string database, string? postgres, IReadOnlyDictionary<string, int> options)
    {
        await using var town = await RaceTown.OnAsync(postgres, options["callers"]);
        var one = await RaceAsync($"{database}: {options["callers"]} say yes at once to one place", options["rounds"], () => ForOnePlaceAsync(town));
        var two = await RaceAsync($"{database}: one says yes to two needs of one hour", options["rounds"], () => OneVolunteerTwiceAsync(town));
        return one && two;
    }

    private static async Task<Round> ForOnePlaceAsync(RaceTown town)
    {
        town.ADayLater();
        var (request, proposals) = await town.AskAsync(town.Volunteers, new LocalTime(10, 0));
        var from = Stopwatch.GetTimestamp();
        var outcomes = await Task.WhenAll(proposals.Select((proposal, i) => Task.Run(() => town.SaysYesAsync(proposal, town.Volunteers[i]))));
        var elapsed = Stopwatch.GetElapsedTime(from);
        return new Round(
            outcomes.Count(o => o is AcceptOutcome.Planned) == 1 && await town.BooksAsync(request) == (1, 1)
                && outcomes.All(o => o is AcceptOutcome.Planned or AcceptOutcome.TooLate or AcceptOutcome.Busy),
            outcomes.Count(o => o is AcceptOutcome.TooLate), outcomes.Count(o => o is AcceptOutcome.Busy), elapsed);
    }

    private static async Task<Round> OneVolunteerTwiceAsync(RaceTown town)
    {
        town.ADayLater();
        var anne = town.Volunteers[0];
        var (first, one) = await town.AskAsync([anne], new LocalTime(10, 0));
        var (second, two) = await town.AskAsync([anne], new LocalTime(10, 30));
        var from = Stopwatch.GetTimestamp();
        var outcomes = await Task.WhenAll(Task.Run(() => town.SaysYesAsync(one[0], anne)), Task.Run(() => town.SaysYesAsync(two[0], anne)));
        var elapsed = Stopwatch.GetElapsedTime(from);
        var visits = (await town.BooksAsync(first)).Visits + (await town.BooksAsync(second)).Visits;
        return new Round(outcomes.Count(o => o is AcceptOutcome.Planned) == 1 && visits == 1, 0, outcomes.Count(o => o is AcceptOutcome.Busy), elapsed);
    }

    private static async Task<bool> RaceAsync(string name, int rounds, Func<Task<Round>> race)
    {
        var (right, late, busy, time) = (0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < rounds; i++)
        {
            var round = await race();
            right += round.IsRight ? 1 : 0;
            late += round.LateYes;
            busy += round.Busy;
            time += round.Took;
        }

        Console.WriteLine($"{name,-46}{rounds,8}{right,8}{late,10}{busy,7}{time.TotalMilliseconds / rounds,10:0.0}");
        return right == rounds;
    }

    /// <summary>Right: one winner, and books that say the same.</summary>
    private sealed record Round(bool IsRight, int LateYes, int Busy, TimeSpan Took);
}
