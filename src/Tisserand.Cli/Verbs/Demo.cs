using System.CommandLine;
using NodaTime;

namespace Tisserand.Cli.Verbs;

/// <summary>Builds the demonstration cooperative, prints what happened there, and serves it.</summary>
internal static class Demo
{
    public static Command Verb(SharedOptions shared)
    {
        var noServe = SharedOptions.Flag("--no-serve");
        var verb = CommandLine.Verb("demo", shared.Data, shared.Database, shared.Url, shared.At, shared.Seed, noServe, shared.Json);
        verb.SetAction((parsed, ct) => RunAsync(new DemoOrder(
            Installation.Of(parsed, shared, demonstration: true),
            parsed.GetValue(shared.Url) ?? Serve.UsualUrl,
            parsed.GetValue(shared.At),
            parsed.GetValue(shared.Seed) ?? 1,
            MustServe: !parsed.GetValue(noServe),
            AsJson: parsed.GetValue(shared.Json)), ct));
        return verb;
    }

    private static Task<int> RunAsync(DemoOrder order, CancellationToken ct) => Task.FromResult(VerbToCome.NotYet("demo"));
}

/// <param name="At">Where the demonstration's clock starts, Europe/Paris; null means now.</param>
internal sealed record DemoOrder(Installation Where, Uri Url, LocalDateTime? At, int Seed, bool MustServe, bool AsJson);
