using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Storage;
using Tisserand.France;
using Tisserand.Matching.Solicitation;

namespace Tisserand.App.Territories;

/// <summary>What day it is for a territory or a commune: zone, public and school holidays (the cooperative's own table when it has one).</summary>
public sealed class Calendars(TisserandDb db)
{
    /// <summary>All of Tisserand lives in this zone; overseas installations would bring their own.</summary>
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private static readonly ConcurrentDictionary<(string Insee, int Version), FrenchCalendar> Known = new();

    private readonly Dictionary<TerritoryId, FrenchCalendar> _ofTerritories = [];

    /// <summary>The calendar of the territory's seat; within one scope it is looked up once.</summary>
    public async Task<FrenchCalendar> OfAsync(TerritoryId territory, CancellationToken ct)
    {
        if (_ofTerritories.TryGetValue(territory, out var known)) return known;
        var seat = await db.Territories.Where(t => t.Id == territory).Select(t => t.SeatInsee).SingleAsync(ct);
        return _ofTerritories[territory] = await OfCommuneAsync(seat, ct);
    }

    /// <summary>The hours in which people may be asked there.</summary>
    public async Task<WakingHours> WakingHoursAsync(TerritoryId territory, CancellationToken ct) =>
        WakingHours.Daily(DailyHours.Solicitation, Paris, (await OfAsync(territory, ct)).IsPublicHoliday);

    public async Task<FrenchCalendar> OfCommuneAsync(string insee, CancellationToken ct)
    {
        var version = await db.Documents.Where(d => d.Name == CooperativeDocument.SchoolHolidays).MaxAsync(d => (int?)d.Version, ct) ?? 0;
        if (Known.TryGetValue((insee, version), out var calendar)) return calendar;

        var holidays = SchoolHolidays.Shipped;
        if (version > 0)
        {
            var text = await db.Documents.Where(d => d.Name == CooperativeDocument.SchoolHolidays && d.Version == version).Select(d => d.Text).SingleAsync(ct);
            if (SchoolHolidaysCsv.Read(text) is SchoolHolidaysReading.Read read) holidays = read.Table;
        }

        var commune = CommuneTable.Shipped.Find(insee);
        calendar = commune is null
            ? new FrenchCalendar(HolidayVariant.Metropole, SchoolZone.B, holidays)
            : FrenchCalendar.Of(commune, holidays);
        return version == 0 ? Known.GetOrAdd((insee, version), calendar) : calendar;
    }
}

/// <summary>Local days and instants, in the one zone.</summary>
public static class ParisTime
{
    public static LocalDateTime Local(this Instant instant) => instant.InZone(Calendars.Paris).LocalDateTime;

    public static LocalDate LocalDay(this Instant instant) => instant.InZone(Calendars.Paris).Date;

    /// <summary>The instant of a local time; one skipped in spring moves forward by the gap, one lived twice means the first.</summary>
    public static Instant At(this LocalDate day, LocalTime time) => Calendars.Paris.AtLeniently(day + time).ToInstant();

    public static Instant StartInParis(this LocalDate day) => Calendars.Paris.AtStartOfDay(day).ToInstant();

    /// <summary>Now, cut to the microseconds that storage keeps.</summary>
    public static Instant Now(this TimeProvider time)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow()).ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(now - (now % 10));
    }
}
