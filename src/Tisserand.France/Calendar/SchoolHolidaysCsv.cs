using System.Text;
using NodaTime.Text;

namespace Tisserand.France;

/// <summary>What reading a table of school holidays led to.</summary>
public abstract record SchoolHolidaysReading
{
    private SchoolHolidaysReading() { }

    public sealed record Read(SchoolHolidays Table) : SchoolHolidaysReading;

    /// <param name="Line">Line of the text, from 1.</param>
    public sealed record Refused(int Line, SchoolHolidaysError Error) : SchoolHolidaysReading;
}

/// <summary>Why a table of school holidays was refused.</summary>
public enum SchoolHolidaysError { HeaderMissing, WrongNumberOfCells, UnknownZone, BadDate, EndsBeforeItBegins, NameMissing, Overlaps }

/// <summary>The table as text: header <c>zone,first_day,last_day,name</c>, ISO dates, both days included.</summary>
public static class SchoolHolidaysCsv
{
    private const string Header = "zone,first_day,last_day,name";

    /// <summary>Reads a table; stops at the first line that cannot be read. Semicolons are taken for commas.</summary>
    public static SchoolHolidaysReading Read(string csv)
    {
        var periods = new List<SchoolHolidayPeriod>();
        var number = 0;
        foreach (var raw in csv.TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            var line = raw.Trim().ToString();
            if (number == 1)
            {
                if (line.Replace(';', ',') != Header) return new SchoolHolidaysReading.Refused(1, SchoolHolidaysError.HeaderMissing);
                continue;
            }
            if (line.Length == 0) continue;
            if (Period(line, out var period) is { } error) return new SchoolHolidaysReading.Refused(number, error);
            if (periods.Exists(p => p.Zone == period!.Zone && p.First <= period.Last && period.First <= p.Last))
                return new SchoolHolidaysReading.Refused(number, SchoolHolidaysError.Overlaps);
            periods.Add(period!);
        }
        return number == 0
            ? new SchoolHolidaysReading.Refused(1, SchoolHolidaysError.HeaderMissing)
            : new SchoolHolidaysReading.Read(new(periods));
    }

    /// <summary>Writes a table so that <see cref="Read"/> gives it back.</summary>
    public static string Write(SchoolHolidays table)
    {
        var csv = new StringBuilder(Header).Append('\n');
        foreach (var p in table.Periods)
        {
            var between = p.Name.Contains(',', StringComparison.Ordinal) ? ';' : ',';
            csv.Append(p.Zone).Append(between).Append(LocalDatePattern.Iso.Format(p.First)).Append(between)
                .Append(LocalDatePattern.Iso.Format(p.Last)).Append(between).Append(p.Name).Append('\n');
        }
        return csv.ToString();
    }

    private static SchoolHolidaysError? Period(string line, out SchoolHolidayPeriod? period)
    {
        period = null;
        var cells = line.Split(line.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.TrimEntries);
        if (cells.Length != 4) return SchoolHolidaysError.WrongNumberOfCells;
        if (cells[0] is not ("A" or "B" or "C")) return SchoolHolidaysError.UnknownZone;
        if (!LocalDatePattern.Iso.Parse(cells[1]).TryGetValue(default, out var first)
            || !LocalDatePattern.Iso.Parse(cells[2]).TryGetValue(default, out var last)) return SchoolHolidaysError.BadDate;
        if (last < first) return SchoolHolidaysError.EndsBeforeItBegins;
        if (cells[3].Length == 0) return SchoolHolidaysError.NameMissing;
        period = new(Enum.Parse<SchoolZone>(cells[0]), first, last, cells[3]);
        return null;
    }
}
