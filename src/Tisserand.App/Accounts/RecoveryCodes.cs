using System.Security.Cryptography;
using Tisserand.App.Storage;

namespace Tisserand.App.Accounts;

/// <summary>Ten codes on paper for the day the telephone is lost. Each serves once; only their keyed hashes are kept.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;
    private const int Bytes = 10;      // 80 bits, 16 letters

    /// <summary>Ten new codes, shown once: "ABCD-EFGH-IJKL-MNOP".</summary>
    public static IReadOnlyList<string> Renew(Account account, KeyRing keys)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => Totp.Encode(RandomNumberGenerator.GetBytes(Bytes))).ToArray();
        account.HasRecoveryCodes(string.Join(';', codes.Select(c => Hash(c, keys))));
        return [.. codes.Select(c => string.Join('-', c.Chunk(4).Select(part => new string(part))))];
    }

    /// <returns>How many are left once this one is used; null when it is none of them.</returns>
    public static int? Take(Account account, string plain, KeyRing keys)
    {
        var kept = account.RecoveryCodes.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var left = kept.Where(h => h != Hash(plain, keys)).ToArray();
        if (left.Length == kept.Length) return null;
        account.HasRecoveryCodes(string.Join(';', left));
        account.Stamped(NewStamp());          // also decides between two uses at once
        return left.Length;
    }

    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string Hash(string plain, KeyRing keys) => Convert.ToBase64String(keys.IndexOf("recovery/" + plain));
}
