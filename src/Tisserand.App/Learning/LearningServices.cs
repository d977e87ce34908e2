using Microsoft.Extensions.DependencyInjection;

namespace Tisserand.App.Learning;

/// <summary>The folder's registrations.</summary>
public static class LearningServices
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddScoped<ClassifierInForce>()
        .AddScoped<KeepCorrection>()
        .AddScoped<LabelCorrection>()
        .AddScoped<LabellingDesk>()
        .AddScoped<TrainClassifier>()
        .AddScoped<InstallClassifier>()
        .AddScoped<ReadLearningState>()
        .AddScoped<ForgetWords>();
}
