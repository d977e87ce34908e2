using System.CommandLine;
using NodaTime;

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

    private static Task<int> RunAsync(ServeOrder order, CancellationToken ct) => Task.FromResult(VerbToCome.NotYet("serve"));
}

/// <param name="At">Where the clock of a demonstration starts again, Europe/Paris; null means where it was left.</param>
internal sealed record ServeOrder(Installation Where, Uri Url, LocalDateTime? At);
