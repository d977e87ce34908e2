using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Notifications.Calls;
using Tisserand.App.Notifications.Channels;
using Tisserand.App.Notifications.Replies;

namespace Tisserand.App.Notifications;

/// <summary>The folder's registrations.</summary>
public static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddLogging()
        .AddScoped<SendingHours>()
        .AddScoped<Attention>()
        .AddScoped<Outbox>()
        .AddScoped<MessageSense>()
        .AddScoped<Undelivered>()
        .AddScoped<SendDueMessages>()
        .AddScoped<RecoverSending>()
        .AddScoped<OpenQuestions>()
        .AddScoped<AnswerQuestion>()
        .AddScoped<ReceiveReply>()
        .AddScoped<DemonstrationMessages>()
        .AddScoped<RepliesToRead>()
        .AddScoped<MarkReplyRead>()
        .AddScoped<CallList>()
        .AddScoped<RecordCall>()
        .AddScoped<TakeBackMessage>()
        .AddScoped<MessagesOfRequest>()
        .AddScoped<SendCorrection>()
        .AddScoped<MessagesToCorrect>()
        .AddScoped<SettleAttention>();

    /// <summary>The channels of a real installation: e-mail where a server is set; others answer "not configured", and a voice carries the message.</summary>
    public static IServiceCollection AddMessageChannels(this IServiceCollection services, SmtpOptions? smtp) => smtp is null
        ? services
        : services.AddSingleton<IMessageChannel>(p => new SmtpChannel(smtp, p.GetRequiredService<TimeProvider>()));

    /// <summary>The demonstration's channels: nothing leaves the machine.</summary>
    public static IServiceCollection AddDemonstrationChannels(this IServiceCollection services) => services
        .AddSingleton<IMessageChannel>(new DemonstrationChannel(MessageChannel.Sms))
        .AddSingleton<IMessageChannel>(new DemonstrationChannel(MessageChannel.Email));
}
