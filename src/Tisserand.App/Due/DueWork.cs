using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Visits;

namespace Tisserand.App.Due;

/// <summary>All that may be due at an instant, in a fixed order: needs first, then visits, then what has to be asked, and at last what leaves the house.
/// A job asks for it each minute; nothing is kept in memory between two runs.</summary>
public sealed partial class DueWork(IServiceScopeFactory scopes, ILogger<DueWork> log)
{
    private static readonly (string Name, Func<IServiceProvider, Instant, CancellationToken, Task> RunAsync)[] Steps =
    [
        Step<RecoverSending>((s, now, ct) => s.RunDueAsync(now, ct)),
        Step<CreateOccurrences>((s, now, ct) => s.RunDueAsync(now, ct)),
        Step<ReturnsDue>((s, now, ct) => s.RunDueAsync(now, ct)),
        Step<StaleDrafts>((s, now, ct) => s.RunDueAsync(now, ct)),
        Step<VisitStepsDue>((s, now, ct) => s.RunDueAsync(now, ct)),
        Step<SeriesReviewsDue>((s, now, ct) => s.RunDueAsync(now, ct)),
        Step<ClosePassed>((s, now, ct) => s.RunDueAsync(now, ct)),
        Step<SolicitationsDue>((s, now, ct) => s.RunDueAsync(now, ct)),
        Step<SendDueMessages>((s, now, ct) => s.RunDueAsync(now, ct)),
    ];

    /// <summary>Runs every step, each in a scope of its own; one that fails hinders no other.</summary>
    /// <exception cref="AggregateException">What failed, after all have run.</exception>
    public async Task RunAsync(Instant now, CancellationToken ct)
    {
        var failures = new List<Exception>();
        foreach (var (name, run) in Steps)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await run(scope.ServiceProvider, now, ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(name, failure.GetType().Name);          // the text of an exception may hold what no log may
                failures.Add(failure);
            }
        }

        if (failures.Count > 0) throw new AggregateException("Part of the due work failed; it is tried again at the next run.", failures);
    }

    private static (string, Func<IServiceProvider, Instant, CancellationToken, Task>) Step<T>(Func<T, Instant, CancellationToken, Task> run) where T : notnull =>
        (typeof(T).Name, (services, now, ct) => run(services.GetRequiredService<T>(), now, ct));

    [LoggerMessage(Level = LogLevel.Error, Message = "Due work {Step} failed: {Failure}")]
    private partial void Failed(string step, string failure);
}
