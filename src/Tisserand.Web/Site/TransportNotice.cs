namespace Tisserand.Web.Site;

/// <summary>Said once, at the start.</summary>
internal static partial class TransportNotice
{
    public static void Say(ILogger log, Transport transport)
    {
        if (transport == Transport.PlainLoopback) Loopback(log);
        if (transport == Transport.PlainDemonstration) Demonstration(log);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Plain http on this machine only: cookies carry neither Secure nor __Host-.")]
    private static partial void Loopback(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plain http on a network: demonstration only, what is typed can be read on the way. Type nothing real.")]
    private static partial void Demonstration(ILogger log);
}
