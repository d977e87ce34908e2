using System.CommandLine;
using System.CommandLine.Help;
using Tisserand.Cli.Verbs;

namespace Tisserand.Cli;

/// <summary>All that can be typed after <c>./tisserand</c>.</summary>
internal static class CommandLine
{
    public static RootCommand Root()
    {
        var shared = new SharedOptions();
        var root = new RootCommand(Sentences.Of("Root_Summary"))
        {
            Demo.Verb(shared),
            Serve.Verb(shared),
            new VerbToCome("import"),
            new VerbToCome("plan"),
            new VerbToCome("forecast"),
            new VerbToCome("link"),
            Understand.Verb(shared),
            new VerbToCome("simulate"),
            Evaluate.Verb(shared),
            Backup.Verb(shared),
            new VerbToCome("restore"),
            new VerbToCome("retention"),
            new VerbToCome("doctor"),
            new VerbToCome("export"),
            Account.Verb(shared),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = Sentences.Of("Option_help");
        help.Action = new HelpPage();
        root.Options.OfType<VersionOption>().Single().Description = Sentences.Of("Option_version");
        return root;
    }

    /// <summary>A verb with its summary and its parts.</summary>
    public static Command Verb(string name, params ReadOnlySpan<Symbol> parts)
    {
        var verb = new Command(name, Sentences.Of($"Verb_{name}_Summary"));
        foreach (var part in parts)
            switch (part)
            {
                case Option option: verb.Add(option); break;
                case Argument argument: verb.Add(argument); break;
                case Command command: verb.Add(command); break;
            }
        return verb;
    }
}
