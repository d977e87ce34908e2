using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests;

/// <summary>The lives of requests, series and agreed visits.</summary>
public static class RequestServices
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddScoped<NewRequests>()
        .AddScoped<RequestNews>()
        .AddScoped<RequestEnding>()
        .AddScoped<NeedChange>()
        .AddScoped<TakingBack>()
        .AddScoped<CaptureRequest>()
        .AddScoped<AskOnline>()
        .AddScoped<ConfirmDraft>()
        .AddScoped<CancelRequest>()
        .AddScoped<ResumeRequest>()
        .AddScoped<ChangeRequest>()
        .AddScoped<CancelVisit>()
        .AddScoped<ConfirmChangedVisit>();
}
