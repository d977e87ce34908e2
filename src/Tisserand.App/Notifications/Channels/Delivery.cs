namespace Tisserand.App.Notifications.Channels;

/// <summary>What became of one try. Codes are for machines; they never hold an address or a text.</summary>
public abstract record Delivery
{
    private Delivery() { }

    public sealed record Delivered : Delivery;

    /// <summary>The channel or the world is out of order: the same message, with the same identity, later.</summary>
    public sealed record TryLater(string Code) : Delivery;

    /// <summary>This channel will never reach this address.</summary>
    public sealed record Impossible(string Code) : Delivery;
}

/// <summary>The border to the outside world: one way of carrying a message to a person.</summary>
public interface IMessageChannel
{
    MessageChannel Kind { get; }

    /// <summary>Carries one message. Called again with the same <see cref="OutgoingMessage.Id"/>, it is the same message: receivers may tell by it.</summary>
    Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken ct);
}
