using Microsoft.Extensions.DependencyInjection;

namespace Tisserand.App.Visits;

/// <summary>What happens around an agreed visit and after it.</summary>
public static class VisitServices
{
    public static IServiceCollection AddVisits(this IServiceCollection services) => services
        .AddScoped<VisitMessages>()
        .AddScoped<VisitAround>()
        .AddScoped<VisitQuestions>()
        .AddScoped<VisitStepsDue>()
        .AddScoped<RecordFeedback>()
        .AddScoped<ReportClosedDoor>()
        .AddScoped<ReportOverrun>()
        .AddScoped<RecordPastVisit>()
        .AddScoped<ShowDoorCode>()
        .AddScoped<VolunteerVisits>()
        .AddScoped<WeekList>()
        .AddScoped<ReadVisitWords>();
}
