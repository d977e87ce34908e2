namespace Tisserand.App.Notifications.Channels;

/// <summary>Nothing leaves the machine: what is stored counts as delivered, and is read on the demonstration's page.</summary>
public sealed class DemonstrationChannel(MessageChannel kind) : IMessageChannel
{
    public MessageChannel Kind { get; } = kind;

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken ct) => Task.FromResult<Delivery>(new Delivery.Delivered());
}
