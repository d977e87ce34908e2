using System.CommandLine;
using System.CommandLine.Parsing;

namespace Tisserand.Cli;

/// <summary>What was typed wrong, and how to mend it.</summary>
internal static class UsageError
{
    public static int Tell(ParseResult parsed, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0)
        {
            HelpPage.Write(command, error);
            return Outcome.WrongUsage;
        }
        error.WriteLine(Sentence(parsed, command));
        error.WriteLine(Sentences.Of("Mend", HelpPage.Example(command), command is RootCommand ? "" : PathOf(command) + " "));
        return Outcome.WrongUsage;
    }

    private static string Sentence(ParseResult parsed, Command command)
    {
        if (parsed.UnmatchedTokens is [var token, ..])
            return token.StartsWith('-') ? Sentences.Of("Unknown_option", token, PathOf(command))
                : command.Subcommands.Count > 0 ? Sentences.Of("Unknown_verb", token, string.Join(", ", command.Subcommands.Select(c => c.Name)))
                : Sentences.Of("Too_many", token, PathOf(command));

        var problem = parsed.Errors[0];
        return problem.SymbolResult switch
        {
            OptionResult { Implicit: true } option => Sentences.Of("No_option", option.Option.Name, PathOf(command)),
            OptionResult { Tokens.Count: 0 } option => Sentences.Of("No_value", option.Option.Name, option.Option.HelpName),
            OptionResult { IdentifierTokenCount: > 1 } option when option.Option.Arity.MaximumNumberOfValues == 1 =>
                Sentences.Of("Twice", option.Option.Name),
            ArgumentResult { Tokens.Count: 0, Parent: CommandResult } argument =>
                Sentences.Of("No_argument", argument.Argument.HelpName, PathOf(command)),
            _ => problem.Message,
        };
    }

    private static string PathOf(Command command) => command is RootCommand ? "tisserand"
        : command.Parents.OfType<Command>().Single() is RootCommand ? command.Name
        : $"{PathOf(command.Parents.OfType<Command>().Single())} {command.Name}";
}
