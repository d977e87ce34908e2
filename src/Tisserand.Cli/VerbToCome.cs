using System.CommandLine;

namespace Tisserand.Cli;

/// <summary>A verb that is announced but not built: whatever follows it, it says so and exits 2.</summary>
internal sealed class VerbToCome : Command
{
    public VerbToCome(string name) : base(name, Sentences.Of($"Verb_{name}_Summary"))
    {
        TreatUnmatchedTokensAsErrors = false;
        SetAction(_ => NotYet(name));
    }

    public static int NotYet(string verb)
    {
        Console.Error.WriteLine(Sentences.Of("Not_yet", verb));
        return Outcome.WrongUsage;
    }
}
