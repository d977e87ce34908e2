using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tisserand.App.Storage;

/// <summary>The keys of one installation: one to encrypt personal columns, one for the blind index.
/// They live outside the data folder and outside backups; losing them is losing the personal data.</summary>
public sealed class KeyRing : IDisposable
{
    private const int NonceBytes = 12, TagBytes = 16, HeaderBytes = 1;
    private readonly byte[] _indexKey;
    private readonly AesGcm _aes;
    private readonly byte _version;

    private KeyRing(string id, byte version, byte[] dataKey, byte[] indexKey)
    {
        Id = id;
        _version = version;
        _indexKey = indexKey;
        _aes = new AesGcm(dataKey, TagBytes);
    }

    /// <summary>Names the installation; the data folder remembers it, so that keys are found again.</summary>
    public string Id { get; }

    /// <summary>Encrypts for one place. The place (table and column) is authenticated, so a value moved elsewhere does not open.</summary>
    /// <returns>version (1) · nonce (12) · ciphertext · tag (16)</returns>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var sealedBytes = new byte[HeaderBytes + NonceBytes + plain.Length + TagBytes];
        sealedBytes[0] = _version;
        var nonce = sealedBytes.AsSpan(HeaderBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        lock (_aes)
            _aes.Encrypt(nonce, plain, sealedBytes.AsSpan(HeaderBytes + NonceBytes, plain.Length), sealedBytes.AsSpan(^TagBytes..), place);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">The bytes were made under another key or for another place.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> place)
    {
        if (sealedBytes.Length < HeaderBytes + NonceBytes + TagBytes || sealedBytes[0] != _version)
            throw new CryptographicException("An encrypted value does not belong to this installation's keys.");
        var plain = new byte[sealedBytes.Length - HeaderBytes - NonceBytes - TagBytes];
        lock (_aes)
            _aes.Decrypt(sealedBytes.Slice(HeaderBytes, NonceBytes), sealedBytes[(HeaderBytes + NonceBytes)..^TagBytes], sealedBytes[^TagBytes..], plain, place);
        return plain;
    }

    /// <summary>Blind index of an exact value (phone in E.164, e-mail in lower case): HMAC-SHA-256 under its own key.</summary>
    public byte[] IndexOf(string exactValue) => HMACSHA256.HashData(_indexKey, Encoding.UTF8.GetBytes(exactValue));

    /// <summary>Keys that live in memory only, for tests.</summary>
    public static KeyRing Create() => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), 1, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));

    /// <summary>Makes keys and writes them to <c>folder/ID.json</c>, readable by their owner only. Never overwrites.</summary>
    public static KeyRing CreateIn(string folder)
    {
        var dataKey = RandomNumberGenerator.GetBytes(32);
        var indexKey = RandomNumberGenerator.GetBytes(32);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var stored = new StoredKeys(id, 1, Convert.ToBase64String(dataKey), Convert.ToBase64String(indexKey));

        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(PathOf(folder, id), options);
        JsonSerializer.Serialize(file, stored);
        file.Flush(flushToDisk: true);
        return new KeyRing(id, 1, dataKey, indexKey);
    }

    /// <returns>The keys, or null where the folder has none of that id.</returns>
    public static KeyRing? Load(string folder, string id)
    {
        var path = PathOf(folder, id);
        if (!File.Exists(path)) return null;
        var stored = JsonSerializer.Deserialize<StoredKeys>(File.ReadAllText(path))
            ?? throw new InvalidDataException("The key file is empty.");
        return new KeyRing(stored.Id, stored.Version, Convert.FromBase64String(stored.Data), Convert.FromBase64String(stored.Index));
    }

    public static string PathOf(string folder, string id) => Path.Combine(folder, id + ".json");

    public void Dispose() => _aes.Dispose();

    private sealed record StoredKeys(string Id, byte Version, string Data, string Index);
}
