namespace Tisserand.Cli.Tests;

public sealed class Asking_for_help
{
    public static TheoryData<string> Verbs => TisserandProgram.Verbs;

    [Fact]
    public async Task The_program_lists_every_verb()
    {
        var help = await TisserandProgram.RunAsync("--help");

        Assert.Equal(0, help.Code);
        Assert.Empty(help.Error);
        Assert.All(Verbs, verb => Assert.Matches($@"(?m)^  {verb.Data} +\S", help.Output));
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task Each_verb_says_how_it_is_written_and_gives_an_example(string verb)
    {
        var help = await TisserandProgram.RunAsync(verb, "--help");

        Assert.Equal(0, help.Code);
        Assert.Empty(help.Error);
        Assert.Matches($@"(?m)^Utilisation\n  \./tisserand {verb}", help.Output);
        Assert.Matches($@"(?m)^Exemple\n  \./tisserand {verb}", help.Output);
    }

    [Fact]
    public async Task Help_wins_over_what_is_wrong_around_it()
    {
        var help = await TisserandProgram.RunAsync("demo", "--foo", "x", "--help");

        Assert.Equal(0, help.Code);
        Assert.Contains("./tisserand demo", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_verb_the_help_comes_as_an_error()
    {
        var answer = await TisserandProgram.RunAsync();

        Assert.Equal(2, answer.Code);
        Assert.Empty(answer.Output);
        Assert.Contains("Commandes", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_machine_s_own_language_changes_nothing_but_TISSERAND_LANG_does()
    {
        var french = await TisserandProgram.RunAsync([("LANG", "en_US.UTF-8"), ("LC_ALL", "C")], "--help");
        var english = await TisserandProgram.RunAsync([("TISSERAND_LANG", "en")], "--help");

        Assert.Contains("Commandes", french.Output, StringComparison.Ordinal);
        Assert.Contains("Commands", english.Output, StringComparison.Ordinal);
    }
}
