namespace Tisserand.App.Storage;

/// <summary>An identity that cannot be taken for another kind's. Stored as a Guid.</summary>
public interface IEntityId<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);
}

/// <summary>Where new identities come from: chance in an installation, a seed in a demonstration.</summary>
public sealed class IdSource
{
    private readonly Lock _gate = new();
    private readonly Random? _seeded;

    public IdSource(int? seed = null) => _seeded = seed is { } s ? new Random(s) : null;

    public TId New<TId>() where TId : struct, IEntityId<TId> => TId.Of(NewGuid());

    public Guid NewGuid()
    {
        if (_seeded is null) return Guid.NewGuid();
        Span<byte> bytes = stackalloc byte[16];
        lock (_gate) _seeded.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);     // reads as a version 4 identity, big-endian order
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
