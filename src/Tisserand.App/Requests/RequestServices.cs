using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Requests.Series;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

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
        .AddScoped<TakeCall>()
        .AddScoped<AskOnline>()
        .AddScoped<ReadOwnHelp>()
        .AddScoped<ConfirmDraft>()
        .AddScoped<CancelRequest>()
        .AddScoped<ResumeRequest>()
        .AddScoped<ChangeRequest>()
        .AddScoped<CancelVisit>()
        .AddScoped<ConfirmChangedVisit>()
        .AddScoped<CallOffDay>()
        .AddScoped<CallOffDayPreview>()
        .AddScoped<ClosePassed>()
        .AddScoped<StaleDrafts>()
        .AddScoped<DutyLists>()
        .AddScoped<RequestFiles>()
        .AddScoped<DraftFiles>()
        .AddSeries()
        .AddAbsences();

    private static IServiceCollection AddSeries(this IServiceCollection services) => services
        .AddScoped<SeriesNews>()
        .AddScoped<SeriesVisits>()
        .AddScoped<StartSeries>()
        .AddScoped<CreateOccurrences>()
        .AddScoped<SayYesToSeries>()
        .AddScoped<NotThisTime>()
        .AddScoped<EndSeries>()
        .AddScoped<SeriesReviewsDue>()
        .AddScoped<AnswerSeriesReview>();

    private static IServiceCollection AddAbsences(this IServiceCollection services) => services
        .AddScoped<PauseBeneficiary>()
        .AddScoped<ReturnsDue>()
        .AddScoped<ResumeBeneficiary>()
        .AddScoped<Farewell>()
        .AddScoped<RecordDeath>()
        .AddScoped<RecordDeparture>()
        .AddScoped<MoveBeneficiary>()
        .AddScoped<RecordAbsence>()
        .AddScoped<EndAbsence>()
        .AddScoped<AbsenceReplacements>()
        .AddScoped<SendReplacements>();
}
