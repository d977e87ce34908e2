using NodaTime;

namespace Tisserand.France;

/// <summary>One holiday of one zone, both days included.</summary>
public sealed record SchoolHolidayPeriod(SchoolZone Zone, LocalDate First, LocalDate Last, string Name)
{
    public bool Contains(LocalDate date) => First <= date && date <= Last;
}

/// <summary>A school year, from 1 September to 31 August.</summary>
public readonly record struct SchoolYear(int StartYear)
{
    /// <summary>The school year a day belongs to.</summary>
    public static SchoolYear Of(LocalDate date) => new(date.Month >= 9 ? date.Year : date.Year - 1);

    /// <summary>As people write it: "2026-2027".</summary>
    public override string ToString() => FormattableString.Invariant($"{StartYear}-{StartYear + 1}");
}

/// <summary>A table of school holidays; the shipped one, or the cooperative's own. Immutable.</summary>
public sealed class SchoolHolidays
{
    private static readonly Lazy<SchoolHolidays> LazyShipped = new(ReadShipped);

    private readonly ILookup<SchoolZone, SchoolHolidayPeriod> _byZone;
    private readonly Dictionary<SchoolZone, SchoolYear[]> _years;

    public SchoolHolidays(IEnumerable<SchoolHolidayPeriod> periods)
    {
        Periods = [.. periods.OrderBy(p => p.First).ThenBy(p => p.Zone)];
        if (Periods.Any(p => p.Last < p.First))
            throw new ArgumentException("A school holiday ends before it begins.", nameof(periods));
        _byZone = Periods.ToLookup(p => p.Zone);
        _years = Enum.GetValues<SchoolZone>().ToDictionary(z => z, z => LoadedYears(_byZone[z]).ToArray());
    }

    /// <summary>The table shipped with Tisserand (see data/README.md).</summary>
    public static SchoolHolidays Shipped => LazyShipped.Value;

    /// <summary>A table without any year: every answer is "not known".</summary>
    public static SchoolHolidays None { get; } = new([]);

    /// <summary>Every period, in order of its first day, then by zone.</summary>
    public IReadOnlyList<SchoolHolidayPeriod> Periods { get; }

    /// <summary>Whether a day is a school holiday in a zone; null when its school year is not loaded.</summary>
    public bool? Contains(SchoolZone zone, LocalDate date) =>
        At(zone, date) is not null ? true : Knows(zone, date) ? false : null;

    /// <summary>The holiday a day belongs to, null when none is known.</summary>
    public SchoolHolidayPeriod? At(SchoolZone zone, LocalDate date) => _byZone[zone].FirstOrDefault(p => p.Contains(date));

    /// <summary>Whether the school year of a day is loaded for a zone.</summary>
    public bool Knows(SchoolZone zone, LocalDate date) => _years[zone].Contains(SchoolYear.Of(date));

    /// <summary>The school years loaded for a zone, in order: those with a holiday that begins in autumn, one in
    /// winter or spring, and the summer's.</summary>
    public IReadOnlyList<SchoolYear> YearsLoaded(SchoolZone zone) => _years[zone];

    private static IEnumerable<SchoolYear> LoadedYears(IEnumerable<SchoolHolidayPeriod> periods) =>
        from period in periods
        group period.First.Month by SchoolYear.Of(period.First) into year
        orderby year.Key.StartYear
        where year.Any(m => m >= 9) && year.Any(m => m <= 5) && year.Any(m => m is >= 6 and <= 8)
        select year.Key;

    private static SchoolHolidays ReadShipped()
    {
        using var stream = typeof(SchoolHolidays).Assembly.GetManifestResourceStream("school-holidays.csv")
            ?? throw new InvalidOperationException("The school holidays are not embedded.");
        using var reader = new StreamReader(stream);
        return SchoolHolidaysCsv.Read(reader.ReadToEnd()) is SchoolHolidaysReading.Read read ? read.Table
            : throw new InvalidOperationException("The shipped school holidays cannot be read.");
    }
}
