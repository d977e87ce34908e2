namespace Tisserand.Web.Health;

/// <summary>One thing the site needs in order to serve. Register as many as wanted as singletons.</summary>
/// <param name="Name">Short and English: <c>database</c>, <c>migrations</c>, <c>jobs</c>, <c>disk</c>, <c>outbox</c>.</param>
/// <param name="RunAsync">Whether it is well, and one sentence without any person in it. It may throw.</param>
public sealed record ReadinessCheck(string Name, Func<IServiceProvider, CancellationToken, Task<Readiness>> RunAsync);

public readonly record struct Readiness(bool Ok, string Message);

/// <summary>What <c>/readyz</c> and the administrator's page show.</summary>
public sealed record ReadinessReport(bool Ready, IReadOnlyList<CheckResult> Checks)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<ReadinessReport> AskAsync(IServiceProvider services, CancellationToken ct)
    {
        var results = new List<CheckResult>();
        foreach (var check in services.GetServices<ReadinessCheck>()) results.Add(await AskAsync(check, services, ct));
        return new ReadinessReport(results.TrueForAll(r => r.Ok), results);
    }

    private static async Task<CheckResult> AskAsync(ReadinessCheck check, IServiceProvider services, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var answer = await check.RunAsync(services, patience.Token);
            return new CheckResult(check.Name, answer.Ok, answer.Message);
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)   // whatever it is, the answer is "not ready"
        {
            return new CheckResult(check.Name, false, problem.GetType().Name);
        }
    }
}

public sealed record CheckResult(string Name, bool Ok, string Message);
