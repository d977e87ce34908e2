using System.CommandLine;
using System.CommandLine.Invocation;

namespace Tisserand.Cli;

/// <summary>The answer to <c>--help</c>: what the verb does, how it is written, its options, one example.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return Outcome.Done;
    }

    public static void Write(Command command, TextWriter output)
    {
        output.WriteLine(command.Description);
        if (command is VerbToCome) output.WriteLine(Sentences.Of("Not_yet", command.Name));
        Section("Help_Usage", [.. Lines(command, "Usage")]);
        Section("Help_Verbs", Columns(command.Subcommands.Select(verb => (verb.Name, (string?)Summary(verb)))));
        Section("Help_Arguments", Columns(command.Arguments.Select(argument => (argument.HelpName ?? argument.Name, argument.Description))));
        Section("Help_Options", Columns(command.Options.Where(option => !option.Recursive).Select(option => (Label(option), option.Description))));
        Section("Help_Example", [.. Lines(command, "Example")]);

        void Section(string title, IReadOnlyList<string> lines)
        {
            if (lines.Count == 0) return;
            output.WriteLine();
            output.WriteLine(Sentences.Of(title));
            foreach (var line in lines) output.WriteLine("  " + line);
        }
    }

    /// <summary>Key of a command's sentences: Root, Verb_plan, Verb_account_add.</summary>
    public static string Key(Command command) => command is RootCommand ? "Root"
        : command.Parents.OfType<Command>().Single() is RootCommand ? $"Verb_{command.Name}"
        : $"{Key(command.Parents.OfType<Command>().Single())}_{command.Name}";

    public static string Example(Command command) => Lines(command, "Example")[0];

    private static string[] Lines(Command command, string what) => Sentences.Of($"{Key(command)}_{what}").Split('\n', StringSplitOptions.TrimEntries);

    private static string Summary(Command verb) =>
        verb is VerbToCome ? $"{verb.Description} {Sentences.Of("Not_yet_mark")}" : verb.Description ?? "";

    private static string Label(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private static IReadOnlyList<string> Columns(IEnumerable<(string Left, string? Right)> rows)
    {
        var all = rows.ToList();
        var width = all.Select(row => row.Left.Length).DefaultIfEmpty().Max();
        return [.. all.Select(row => $"{row.Left.PadRight(width)}  {row.Right}")];
    }
}
