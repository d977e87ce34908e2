using System.Globalization;
using System.IO.Compression;

namespace Tisserand.France;

/// <summary>Reads the table of communes: comma separated, no quotes, one header line (see data/README.md).</summary>
internal static class CommuneReader
{
    /// <summary>A row as written: a current commune, or a former or partial one with the code of its parent.</summary>
    internal readonly record struct Row(Commune Commune, string? Parent);

    public static List<Row> ReadShipped()
    {
        using var packed = typeof(CommuneReader).Assembly.GetManifestResourceStream("communes.csv.gz")
            ?? throw new InvalidOperationException("The table of communes is not embedded.");
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return Read(reader.ReadToEnd());
    }

    public static List<Row> Read(ReadOnlySpan<char> csv)
    {
        var rows = new List<Row>(40_000);
        var departements = new Dictionary<string, string>();        // one string per code, not one per row
        var codes = departements.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<Range> cells = stackalloc Range[12];
        var header = true;
        foreach (var line in csv.EnumerateLines())
        {
            if (header) { header = false; continue; }
            if (line.IsEmpty) continue;
            if (line.Split(cells, ',') != 12)
                throw new FormatException($"Table of communes: row {rows.Count + 2} has not 12 cells.");

            var code = line[cells[6]];
            if (!codes.TryGetValue(code, out var departement))
                codes[code] = departement = code.ToString();
            var parent = line[cells[3]];
            rows.Add(new(
                new(line[cells[0]].ToString(), line[cells[2]].ToString(), Postcodes(line[cells[4]]),
                    line[cells[5]] is { IsEmpty: false } people ? int.Parse(people, CultureInfo.InvariantCulture) : 0,
                    departement, Point(line[cells[8]], line[cells[9]]),
                    line[cells[10]] is { IsEmpty: false } area ? double.Parse(area, CultureInfo.InvariantCulture) : null),
                parent.IsEmpty ? null : parent.ToString()));
        }
        return rows;
    }

    private static string[] Postcodes(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty) return [];
        if (!cell.Contains('|')) return [cell.ToString()];
        return cell.ToString().Split('|');
    }

    private static GeoPoint? Point(ReadOnlySpan<char> latitude, ReadOnlySpan<char> longitude) =>
        latitude.IsEmpty || longitude.IsEmpty ? null : new(
            double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(longitude, CultureInfo.InvariantCulture));
}
