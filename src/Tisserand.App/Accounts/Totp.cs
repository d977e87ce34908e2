using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace Tisserand.App.Accounts;

/// <summary>Six-digit codes of an authenticator app (RFC 6238: HMAC-SHA-1, 30 seconds).</summary>
public static class Totp
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeyBytes = 20, StepSeconds = 30;

    /// <summary>A new key as authenticator apps take it: 32 letters of base 32, 160 bits.</summary>
    public static string NewKey() => Encode(RandomNumberGenerator.GetBytes(KeyBytes));

    public static long StepOf(Instant instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of one step.</summary>
    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the algorithm every authenticator app knows; HMAC does not rest on SHA-1's collisions
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var start = hash[^1] & 0x0F;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(start, 4)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed: now, one before or one after (clocks differ); null when none.</summary>
    public static long? Matching(string key, string typed, Instant now)
    {
        var step = StepOf(now);
        long? found = null;
        for (var s = step - 1; s <= step + 1; s++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeAt(key, s)), System.Text.Encoding.ASCII.GetBytes(typed)))
                found = s;
        return found;
    }

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(string key, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}";

    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        int kept = 0, bits = 0;
        foreach (var b in bytes)
        {
            kept = (kept << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Letters[(kept >> (bits - 5)) & 31]);
            kept &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Letters[(kept << (5 - bits)) & 31]);
        return text.ToString();
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>(KeyBytes);
        int kept = 0, bits = 0;
        foreach (var letter in key)
        {
            kept = (kept << 5) | Letters.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bytes.Add((byte)(kept >> (bits - 8)));
            bits -= 8;
            kept &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
