using Quartz;
using Tisserand.App;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.Web.Jobs;

/// <summary>When the job last came through, for the site's health.</summary>
public sealed class JobPulse
{
    private long _lastTicks;

    public DateTimeOffset? Last => Interlocked.Read(ref _lastTicks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Beat(DateTimeOffset at) => Interlocked.Exchange(ref _lastTicks, at.UtcTicks);
}

/// <summary>Asks what is due. Holds nothing: due times are stored, so a restart loses nothing.</summary>
[DisallowConcurrentExecution]
public sealed partial class DueWorkJob(DueWork due, TimeProvider time, JobPulse pulse, ILogger<DueWorkJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await due.RunAsync(time.Now(), cancellationToken);
            pulse.Beat(TimeProvider.System.GetUtcNow());
        }
        catch (AggregateException faults)
        {
            foreach (var fault in faults.InnerExceptions) LogFault(fault.GetType().Name, fault.TargetSite?.Name ?? "");      // never its text: it may name somebody
        }
    }

    [LoggerMessage(LogLevel.Error, "Due work failed: {Kind} in {Where}; the rest went on, and it is tried again.")]
    private partial void LogFault(string kind, string where);
}

/// <summary>The folder's registrations.</summary>
public static class JobServices
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobPulse>();
        services.AddQuartz(quartz => quartz.ScheduleJob<DueWorkJob>(trigger => trigger
            .StartNow().WithSimpleSchedule(every => every.WithInterval(Rhythm).RepeatForever())));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
