namespace Tisserand.App.Notifications;

/// <summary>How a message reaches a person.</summary>
public enum MessageChannel
{
    Sms,
    Email,
    /// <summary>A person calls and says it: the text is what she says.</summary>
    Call,
}
