namespace Tisserand.Cli.Tests;

public sealed class Asking_for_a_verb_to_come
{
    public static TheoryData<string> VerbsToCome =>
        [.. CommandLine.Root().Subcommands.OfType<VerbToCome>().Select(verb => verb.Name)];

    [Theory, MemberData(nameof(VerbsToCome))]
    public async Task It_says_so_whatever_follows_and_exits_2(string verb)
    {
        foreach (string[] arguments in new[] { new[] { verb }, [verb, "FILE", "--seconds", "3", "-o", "--", "-"] })
        {
            var answer = await TisserandProgram.RunAsync(arguments);

            Assert.Equal(2, answer.Code);
            Assert.Empty(answer.Output);
            Assert.StartsWith($"La commande « {verb} » n'existe pas encore.", answer.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_of_verbs_marks_it()
    {
        var help = await TisserandProgram.RunAsync("--help");

        var marked = help.Output.Split('\n').Where(line => line.EndsWith("(n'existe pas encore)", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0]);
        Assert.Equal(CommandLine.Root().Subcommands.OfType<VerbToCome>().Select(verb => verb.Name), marked);
    }
}
