using System.CommandLine;
using NodaTime;
using Tisserand.App.Territories;
using Tisserand.Cli.Serving;

namespace Tisserand.Cli.Verbs;

/// <summary>Serves the site until Ctrl-C.</summary>
internal static class Serve
{
    public static Uri UsualUrl { get; } = new("http://localhost:5080");

    public static Command Verb(SharedOptions shared)
    {
        var verb = CommandLine.Verb("serve", shared.Data, shared.Database, shared.Url, shared.At);
        verb.SetAction((parsed, ct) => RunAsync(new ServeOrder(
            Installation.Of(parsed, shared), parsed.GetValue(shared.Url) ?? UsualUrl, parsed.GetValue(shared.At)), ct));
        return verb;
    }

    private static async Task<int> RunAsync(ServeOrder order, CancellationToken ct)
    {
        using var installation = OpenedInstallation.OpenOrCreate(order.Where);
        await installation.MigrateAsync(ct);
        await Site.ServeAsync(installation, order.Url, order.At is { } at ? Calendars.Paris.AtLeniently(at).ToDateTimeOffset() : null, ct);
        return Outcome.Done;
    }
}

/// <param name="At">Where the clock of a demonstration starts again, Europe/Paris; null means where it was left.</param>
internal sealed record ServeOrder(Installation Where, Uri Url, LocalDateTime? At);
