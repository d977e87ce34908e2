using System.CommandLine;
using Tisserand.App.Storage;
using Tisserand.Cli.Serving;

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

    private static async Task<int> RunAsync(BackupOrder order, CancellationToken ct)
    {
        using var installation = OpenedInstallation.Open(order.Where);
        if (installation.IsPostgres) throw new BadInputException(Sentences.Of("Backup_postgres"));
        if (File.Exists(order.File)) throw new BadInputException(Sentences.Of("Backup_exists", order.File));
        await BackupFile.WriteAsync(installation, order.File, ct);
        await Console.Out.WriteLineAsync(Sentences.Of("Backup_done", order.File, KeyRing.PathOf(order.Where.KeysFolder, installation.Card.Keys)));
        return Outcome.Done;
    }
}

internal sealed record BackupOrder(Installation Where, string File);
