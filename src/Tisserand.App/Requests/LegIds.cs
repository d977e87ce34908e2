using System.Security.Cryptography;

namespace Tisserand.App.Requests;

/// <summary>Identities of what one form makes, so that the same form sent twice makes it once.</summary>
internal static class LegIds
{
    /// <summary>The return leg's identity, made from the outward leg's.</summary>
    public static HelpRequestId ReturnOf(HelpRequestId outward)
    {
        Span<byte> name = stackalloc byte[17];
        outward.Value.TryWriteBytes(name, bigEndian: true, out _);
        name[16] = (byte)'R';
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(name, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);          // version 8: an identity of one's own making (RFC 9562)
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new HelpRequestId(new Guid(hash[..16], bigEndian: true));
    }
}
