namespace Tisserand.App.Notifications;

/// <summary>How a message reaches a person. Stored: names may be added, never changed.</summary>
public enum MessageChannel
{
    Sms,
    Email,
    /// <summary>A person calls and says it: the text is what she says.</summary>
    Call,
    /// <summary>A person posts it, to whoever can only be written to and has neither mobile nor e-mail.</summary>
    Letter,
}

internal static class MessageChannels
{
    /// <summary>Carried by a human being, from the call list; no machine sends it.</summary>
    public static readonly MessageChannel[] ByHand = [MessageChannel.Call, MessageChannel.Letter];

    public static bool IsByHand(this MessageChannel channel) => ByHand.Contains(channel);
}
