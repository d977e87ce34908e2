using System.Net;
using Microsoft.AspNetCore.Http;

namespace Tisserand.Web.Site;

/// <summary>How what people type travels, and so what their cookies may ask.</summary>
public enum Transport
{
    /// <summary>Https, or a declared proxy that speaks it: cookies are <c>Secure</c> and <c>__Host-</c>.</summary>
    Secure,

    /// <summary>Plain http that never leaves this machine.</summary>
    PlainLoopback,

    /// <summary>Plain http on a network, invented people only.</summary>
    PlainDemonstration,

    /// <summary>Plain http on a network with real people: the site does not start.</summary>
    Refused,
}

public static class Transports
{
    public static Transport Of(SiteOptions options)
    {
        var addresses = options.Urls.Select(BindingAddress.Parse).ToArray();
        if (options.KnownProxies.Count > 0 || addresses.All(a => a.Scheme == "https")) return Transport.Secure;
        if (addresses.All(a => a.Scheme == "https" || IsLoopback(a.Host))) return Transport.PlainLoopback;
        return options.IsDemonstration ? Transport.PlainDemonstration : Transport.Refused;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
