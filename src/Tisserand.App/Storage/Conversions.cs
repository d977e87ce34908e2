using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using Tisserand.France;

namespace Tisserand.App.Storage;

/// <summary>Instants as microseconds since 1970 on both databases, so that what sorts on one sorts on the other.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks() / 10,
    stored => Instant.FromUnixTimeTicks(stored * 10));

/// <summary>Local dates as days since 1970.</summary>
internal sealed class LocalDateConverter() : ValueConverter<LocalDate, int>(
    date => Period.DaysBetween(Epoch, date),
    stored => Epoch.PlusDays(stored))
{
    internal static readonly LocalDate Epoch = new(1970, 1, 1);
}

/// <summary>Times of day as minutes since midnight.</summary>
internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, int>(
    time => (time.Hour * 60) + time.Minute,
    stored => new LocalTime(stored / 60, stored % 60));

internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, stored => Make(stored))
    where TId : struct, IEntityId<TId>
{
    // An expression may not call a static abstract member by itself.
    private static TId Make(Guid stored) => TId.Of(stored);
}

/// <summary>Short lists of codes, as one text. Codes hold no comma.</summary>
internal sealed class CodesConverter() : ValueConverter<IReadOnlyList<string>, string>(
    codes => string.Join(',', codes),
    stored => stored.Split(',', StringSplitOptions.RemoveEmptyEntries));

/// <summary>Encrypts a personal column; table and column are authenticated with it.</summary>
internal sealed class SealedConverter<T>(KeyRing keys, byte[] place, Func<T, string> write, Func<string, T> read)
    : ValueConverter<T, byte[]>(
        value => keys.Seal(Encoding.UTF8.GetBytes(write(value)), place),
        stored => read(Encoding.UTF8.GetString(keys.Open(stored, place))));

internal static class Sealing
{
    /// <summary>The encrypting converter for a property's type.</summary>
    /// <exception cref="NotSupportedException">A personal property of a type nobody taught us to encrypt.</exception>
    public static ValueConverter For(Type type, KeyRing keys, string place)
    {
        var authenticated = Encoding.UTF8.GetBytes(place);
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return new SealedConverter<string>(keys, authenticated, text => text, text => text);
        if (plain == typeof(LocalDate))
            return new SealedConverter<LocalDate>(keys, authenticated,
                date => Period.DaysBetween(LocalDateConverter.Epoch, date).ToString(CultureInfo.InvariantCulture),
                text => LocalDateConverter.Epoch.PlusDays(int.Parse(text, CultureInfo.InvariantCulture)));
        if (plain == typeof(GeoPoint))
            return new SealedConverter<GeoPoint>(keys, authenticated, WritePoint, ReadPoint);
        throw new NotSupportedException($"{place}: a personal property of type {plain.Name} has no encryption yet.");
    }

    private static string WritePoint(GeoPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.LatitudeDegrees:R};{point.LongitudeDegrees:R}");

    private static GeoPoint ReadPoint(string text)
    {
        var parts = text.Split(';');
        return new GeoPoint(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}

internal sealed class CodesComparer() : Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<IReadOnlyList<string>>(
    (a, b) => (a ?? Array.Empty<string>()).SequenceEqual(b ?? Array.Empty<string>()),
    codes => codes.Aggregate(0, (hash, code) => (hash * 31) + code.Length),
    codes => codes);
