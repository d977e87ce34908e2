using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Learning;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Safety;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App;

/// <summary>Everything that is due at an instant, in a fixed order. A job asks each minute; a restart loses nothing, since due times are stored.</summary>
/// <remarks>Each kind runs in a scope of its own, so that a fault in one leaves the others whole; it rises when all have run.</remarks>
public sealed class DueWork(IServiceScopeFactory scopes)
{
    public async Task RunAsync(Instant now, CancellationToken ct)
    {
        var faults = new List<Exception>();
        await TryAsync<Recalibrate>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<ReturnsDue>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<CreateOccurrences>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<SeriesReviewsDue>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<StaleDrafts>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<ForgetWords>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<TrainClassifier>(d => d.RunDueAsync(now, ct), faults, ct);
        await RunMinuteAsync(now, faults, ct);
        if (faults.Count > 0) throw new AggregateException(faults);
    }

    /// <summary>The part that may be due at any minute: questions, visits, passed times, messages.</summary>
    public async Task RunMinuteAsync(Instant now, CancellationToken ct)
    {
        var faults = new List<Exception>();
        await RunMinuteAsync(now, faults, ct);
        if (faults.Count > 0) throw new AggregateException(faults);
    }

    private async Task RunMinuteAsync(Instant now, List<Exception> faults, CancellationToken ct)
    {
        await TryAsync<DangerAlertsDue>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<SolicitationsDue>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<ClosePassed>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<VisitStepsDue>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<RecoverSending>(d => d.RunDueAsync(now, ct), faults, ct);
        await TryAsync<SendDueMessages>(d => d.RunDueAsync(now, ct), faults, ct);
    }

    private async Task TryAsync<TDue>(Func<TDue, Task> run, List<Exception> faults, CancellationToken ct) where TDue : notnull
    {
        ct.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await run(scope.ServiceProvider.GetRequiredService<TDue>());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            faults.Add(fault);
        }
    }
}

/// <summary>The next stored due time, so that a demonstration or a test may jump its clock from one to the next.</summary>
public sealed class NextDue(TisserandDb db)
{
    /// <returns>The earliest due instant, possibly past; null when nothing is due ever.</returns>
    public async Task<Instant?> ReadAsync(CancellationToken ct)
    {
        Instant?[] next =
        [
            await db.OutgoingMessages.Where(m => m.State == MessageState.Waiting && !MessageChannels.ByHand.Contains(m.Channel)).MinAsync(m => (Instant?)m.NextTryAt, ct),
            await db.HelpRequests.Where(r => r.State == RequestState.Open).MinAsync(r => r.NextStepAt, ct),
            await db.HelpRequests.Where(r => r.State == RequestState.Open && r.PlacesTaken == 0).MinAsync(r => (Instant?)r.LatestStart, ct),
            await db.Visits.MinAsync(v => v.NextStepAt, ct),
            await db.DangerAlerts.MinAsync(a => a.NextStepAt, ct),
        ];
        return next.Min();
    }

    /// <summary>The earliest stored due time strictly after <paramref name="now"/>; at the latest the beginning of the next day, when series and pauses are looked at.</summary>
    /// <remarks>What is due at <paramref name="now"/> or before is the business of <see cref="DueWork"/>, which has run at that instant.</remarks>
    public async Task<Instant> AfterAsync(Instant now, CancellationToken ct)
    {
        var recovered = now - RecoverSending.LongestTry;
        Instant?[] due =
        [
            now.LocalDay().PlusDays(1).StartInParis(),
            await db.OutgoingMessages.Where(m => m.State == MessageState.Waiting && m.NextTryAt > now && !MessageChannels.ByHand.Contains(m.Channel)).MinAsync(m => (Instant?)m.NextTryAt, ct),
            await db.OutgoingMessages.Where(m => m.State == MessageState.Sending && m.NextTryAt > recovered).MinAsync(m => (Instant?)m.NextTryAt, ct) + RecoverSending.LongestTry,
            await db.Visits.Where(v => v.NextStepAt > now).MinAsync(v => v.NextStepAt, ct),
            await db.DangerAlerts.Where(a => a.NextStepAt > now).MinAsync(a => a.NextStepAt, ct),
            await db.HelpRequests.Where(r => r.NextStepAt > now).MinAsync(r => r.NextStepAt, ct),
            await db.HelpRequests.Where(r => r.State == RequestState.Open && r.PlacesTaken == 0 && r.LatestStart >= now).MinAsync(r => (Instant?)r.LatestStart, ct) + Duration.FromMilliseconds(1),
        ];
        return due.OfType<Instant>().Where(d => d > now).Min();
    }

    /// <summary>How long the oldest message that should have left has been waiting; zero when none does. For the readiness of an installation.</summary>
    public async Task<Duration> OutboxAgeAsync(Instant now, CancellationToken ct) =>
        await db.OutgoingMessages.Where(m => m.State == MessageState.Waiting && m.NextTryAt < now && !MessageChannels.ByHand.Contains(m.Channel)).MinAsync(m => (Instant?)m.NextTryAt, ct) is { } oldest
            ? now - oldest
            : Duration.Zero;
}
