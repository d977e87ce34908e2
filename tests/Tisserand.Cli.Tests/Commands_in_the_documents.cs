using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Tisserand.Cli.Tests;

public sealed partial class Commands_in_the_documents
{
    /// <summary>Every command line that README and docs tell people to type, and the examples of the help.</summary>
    public static TheoryData<string> Commands =>
    [
        .. Documents().SelectMany(document => Typed().Matches(File.ReadAllText(document))).Select(match => match.Groups[1].Value.Trim())
            .Concat(Examples(CommandLine.Root())).Distinct(),
    ];

    [Theory, MemberData(nameof(Commands))]
    public void They_can_be_typed_as_they_stand(string command)
    {
        var parsed = CommandLine.Root().Parse(CommandLineParser.SplitCommandLine(command).Skip(1).ToArray());

        Assert.Empty(parsed.Errors);
        Assert.NotNull(parsed.Action);
    }

    [Fact]
    public void Some_were_found() => Assert.Contains("./tisserand demo", Commands.Select(command => command.Data));

    private static IEnumerable<string> Examples(Command command) =>
        command.Subcommands.SelectMany(Examples).Append(HelpPage.Example(command));

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root(), "README.md"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Tisserand.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    /// <summary>From ./tisserand to a comment, a closing back-tick or the end of the line; VERB… stands for any verb.</summary>
    [GeneratedRegex(@"(\./tisserand(?: (?!VERB)[^\s#`]+)+)")]
    private static partial Regex Typed();
}
