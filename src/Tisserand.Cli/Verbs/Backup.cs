using System.CommandLine;

namespace Tisserand.Cli.Verbs;

/// <summary>Writes one file from which the installation can be restored; its keys are not in it.</summary>
internal static class Backup
{
    public static Command Verb(SharedOptions shared)
    {
        var file = new Argument<string>("file") { HelpName = Sentences.Of("Argument_file"), Description = Sentences.Of("Argument_file_backup") };
        var verb = CommandLine.Verb("backup", file, shared.Data, shared.Database);
        verb.SetAction((parsed, ct) => RunAsync(new BackupOrder(
            Installation.Of(parsed, shared), Path.GetFullPath(parsed.GetRequiredValue(file))), ct));
        return verb;
    }

    private static Task<int> RunAsync(BackupOrder order, CancellationToken ct) => Task.FromResult(VerbToCome.NotYet("backup"));
}

internal sealed record BackupOrder(Installation Where, string File);
