using System.CommandLine;

namespace Tisserand.Cli.Tests;

public sealed class Ending_a_verb
{
    private static Task<int> EndAsync(Func<CancellationToken, Task<int>> verb)
    {
        var root = new RootCommand();
        root.SetAction((_, ct) => verb(ct));
        return Outcome.OfAsync(root.Parse(Array.Empty<string>()));
    }

    [Fact]
    public async Task Its_own_code_is_kept() => Assert.Equal(1, await EndAsync(_ => Task.FromResult(1)));

    [Fact]
    public async Task Bad_input_found_on_the_way_exits_2() =>
        Assert.Equal(2, await EndAsync(_ => throw new BadInputException("La ligne 3 n'a pas de date.")));

    [Fact]
    public async Task An_interruption_exits_1_without_a_trace() =>
        Assert.Equal(1, await EndAsync(_ => throw new OperationCanceledException()));

    [Fact]
    public async Task A_fault_exits_1_with_a_sentence() =>
        Assert.Equal(1, await EndAsync(_ => throw new IOException("The disk is full.")));
}
